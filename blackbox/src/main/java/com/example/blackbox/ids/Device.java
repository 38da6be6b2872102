package com.example.blackbox.ids;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
@Cacheable
public class Device {
    @Id
    @GeneratedValue
    public UUID serial;

    public String model;
}
