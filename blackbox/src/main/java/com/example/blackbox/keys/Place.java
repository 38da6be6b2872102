package com.example.blackbox.keys;

import jakarta.persistence.Embeddable;

@Embeddable
public class Place {
    public String zip;
    public String street;

    protected Place() {}

    public Place(String zip, String street) {
        this.zip = zip;
        this.street = street;
    }
}
