package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyOnInverse {
    @Id
    Long id;

    @OneToOne(mappedBy = "user")
    // BUG: [turnkey:key-on-inverse]
    @KeyField
    Profile profile;

    @Entity
    static class Profile {
        @Id
        Long id;

        @OneToOne
        KeyOnInverse user;
    }
}
