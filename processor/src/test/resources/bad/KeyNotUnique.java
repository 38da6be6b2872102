package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyNotUnique {
    @Id
    Long id;

    @ManyToOne
    // BUG: [turnkey:key-not-unique]
    @KeyField
    KeyNotUnique parent;

    @ManyToOne
    @JoinColumn(unique = true)
    @KeyField
    KeyNotUnique only;

    @ManyToOne
    @KeyField(unique = false)
    KeyNotUnique any;
}
