package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyOnCollection {
    @Id
    Long id;

    @ElementCollection
    // BUG: [turnkey:key-on-collection]
    @KeyField
    List<String> tags;

    @OneToMany(mappedBy = "parent")
    // BUG: [turnkey:key-on-collection]
    @KeyField
    List<Child> children;

    @Entity
    static class Child {
        @Id
        Long id;

        @ManyToOne
        KeyOnCollection parent;
    }
}
