package com.example.blackbox.ids;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
@Cacheable
public class Seat {
    @EmbeddedId
    public SeatId seatId;

    @KeyField
    @Column(unique = true)
    public String label;

    public String note;
}
