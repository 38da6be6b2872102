package names;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

public class Outer {
    @Entity
    @Cacheable(name = "Nested")
    static class User {
        @Id
        Long id;

        @KeyField
        @Column(unique = true)
        String email;
    }

    private Outer() {}
}
