package names;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Cacheable
public class Class {
    @Id
    Long id;

    @KeyField
    @Column(unique = true)
    String model;
}
