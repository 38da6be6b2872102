package zoo;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;

@Entity
@Inheritance
@Cacheable(view = Named.class)
public abstract class Animal implements Named {
    @Id
    private Long id;

    @KeyField
    @Column(unique = true)
    private String name;

    @Embedded
    private Size size;

    public Long getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    public void id(Long id, String name) {
        this.id = id;
        this.name = name;
    }
}
