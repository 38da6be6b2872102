package com.example.blackbox.ids;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@IdClass(EnrolmentId.class)
@Cacheable
public class Enrolment {
    @Id
    public Long studentId;

    @Id
    @KeyField(unique = false)
    public String course;

    public Integer grade;
}
