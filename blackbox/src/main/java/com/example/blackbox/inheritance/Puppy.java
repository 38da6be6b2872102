package com.example.blackbox.inheritance;

import jakarta.persistence.Entity;
import java.time.LocalDate;

@Entity
public class Puppy extends Dog {
    public LocalDate born;
}
