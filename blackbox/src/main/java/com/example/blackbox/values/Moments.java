package com.example.blackbox.values;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;

/** Times of every kind, the mutable ones of old included. */
@Entity
@Cacheable(updatedAt = "instant")
public class Moments {
    @Id
    public Long id;

    public Instant instant;

    @KeyField(unique = false)
    @Column(name = "local_day")
    public LocalDate localDate;

    public LocalTime localTime;
    public LocalDateTime localDateTime;
    public OffsetDateTime offsetDateTime;
    public OffsetTime offsetTime;
    public ZonedDateTime zonedDateTime;
    public Duration duration;

    @Column(name = "the_year")
    public Year year;

    public ZoneId zoneId;
    public ZoneOffset zoneOffset;
    public Date utilDate;
    public java.sql.Date sqlDate;
    public java.sql.Time sqlTime;
    public java.sql.Timestamp sqlTimestamp;
    public Calendar calendar;
}
