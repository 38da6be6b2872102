package com.example.blackbox.fresh;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;

/** To delete it is an update. */
@Entity
@SoftDelete
@Cacheable(loadTimeout = "1m")
public class Notice {
    @Id
    public Long id;

    @KeyField(unique = false)
    public String author;

    protected Notice() {}

    public Notice(Long id, String author) {
        this.id = id;
        this.author = author;
    }
}
