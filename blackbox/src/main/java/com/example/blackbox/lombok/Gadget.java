package com.example.blackbox.lombok;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import lombok.Getter;
import lombok.Setter;

@Entity
@Cacheable
@Getter
@Setter
public class Gadget {
    @Id
    private Long id;

    @KeyField
    @Column(unique = true)
    private String serial;

    private boolean active;
    private Boolean approved;

    @Version
    private Integer version;
}
