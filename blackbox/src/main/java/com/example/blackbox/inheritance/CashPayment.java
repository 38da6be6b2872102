package com.example.blackbox.inheritance;

import jakarta.persistence.Entity;

@Entity
public class CashPayment extends Payment {
    public Long drawer;
}
