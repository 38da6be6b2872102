package com.example.blackbox.ids;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** An id that can be changed after it was handed to a cache. */
@Embeddable
public class SeatId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String hall;
    private int place;

    protected SeatId() {}

    public SeatId(String hall, int place) {
        this.hall = hall;
        this.place = place;
    }

    public String getHall() {
        return hall;
    }

    public void setHall(String hall) {
        this.hall = hall;
    }

    public int getPlace() {
        return place;
    }

    public void setPlace(int place) {
        this.place = place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatId id && place == id.place && Objects.equals(hall, id.hall);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hall, place);
    }

    @Override
    public String toString() {
        return hall + "/" + place;
    }
}
