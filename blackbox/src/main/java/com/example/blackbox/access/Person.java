package com.example.blackbox.access;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

/** Property access: the annotations stand on getters, and the fields have other names. */
@Entity
@Cacheable
public class Person {
    private Long theId;
    private String theNick;
    private boolean theFlag;
    private Integer theAge;

    @Id
    public Long getId() {
        return theId;
    }

    public void setId(Long id) {
        theId = id;
    }

    @KeyField
    @Column(unique = true)
    public String getNick() {
        return theNick;
    }

    public void setNick(String nick) {
        theNick = nick;
    }

    public boolean isActive() {
        return theFlag;
    }

    public void setActive(boolean active) {
        theFlag = active;
    }

    protected Integer getAge() {
        return theAge;
    }

    protected void setAge(Integer age) {
        theAge = age;
    }

    @Transient
    public String getGreeting() {
        return "Hello " + theNick;
    }

    public Person aged(Integer age) {
        setAge(age);
        return this;
    }
}
