package com.example.blackbox.inheritance;

import jakarta.persistence.Entity;

@Entity
public class CardPayment extends Payment {
    public String lastDigits;
}
