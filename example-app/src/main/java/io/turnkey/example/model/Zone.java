package io.turnkey.example.model;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A time zone of the IANA database. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"area", "place"}))
@Cacheable(load = LoadMode.FULL, ttl = "none")
@KeyFields({"area", "place"})
public class Zone {
    /** {@code Asia/Tokyo}. */
    @Id
    private String id;

    @KeyField(unique = false)
    private String area;

    private String place;

    /** Without daylight saving time. */
    private int offsetMinutes;

    @SuppressWarnings("NullAway.Init")
    protected Zone() {}

    public Zone(String area, String place, int offsetMinutes) {
        this.id = area + "/" + place;
        this.area = area;
        this.place = place;
        this.offsetMinutes = offsetMinutes;
    }

    public String getId() {
        return id;
    }

    public String getArea() {
        return area;
    }

    public String getPlace() {
        return place;
    }

    public int getOffsetMinutes() {
        return offsetMinutes;
    }
}
