package com.example.blackbox.generics;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;

@Entity
@Cacheable
public class Country extends Base<String, Integer> {
    private String title;

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
