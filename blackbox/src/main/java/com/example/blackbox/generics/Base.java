package com.example.blackbox.generics;

import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** Neither the id's type nor the key's is known here. */
@MappedSuperclass
public abstract class Base<I, T> {
    @Id
    private I id;

    @KeyField
    @Column(unique = true)
    private T code;

    public I getId() {
        return id;
    }

    public void setId(I id) {
        this.id = id;
    }

    public T getCode() {
        return code;
    }

    public void setCode(T code) {
        this.code = code;
    }
}
