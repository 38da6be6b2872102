package com.example.blackbox.embedded;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/** A class with private fields, which holds a record. */
@Embeddable
public class Address {
    private String street;
    private String city;

    @Embedded
    private Geo geo;

    protected Address() {}

    public Address(String street, String city, Geo geo) {
        this.street = street;
        this.city = city;
        this.geo = geo;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public Geo getGeo() {
        return geo;
    }

    public void setGeo(Geo geo) {
        this.geo = geo;
    }
}
