package com.example.blackbox.fresh;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** The database deletes it with its branch, and Hibernate does not look. */
@Entity
@Cacheable(loadTimeout = "1m")
public class Desk {
    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String label;

    @KeyField(unique = false)
    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    public Branch branch;

    protected Desk() {}

    public Desk(Long id, String label, Branch branch) {
        this.id = id;
        this.label = label;
        this.branch = branch;
    }
}
