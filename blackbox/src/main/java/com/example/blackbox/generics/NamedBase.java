package com.example.blackbox.generics;

import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
public abstract class NamedBase<T> extends Base<Long, T> {
    private String name;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
