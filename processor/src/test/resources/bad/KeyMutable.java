package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyMutable {
    @Id
    Long id;

    // BUG: [turnkey:key-mutable]
    @KeyField
    Date created;

    // BUG: [turnkey:key-mutable] hash is a key of the type byte[],
    @KeyField
    byte[] hash;

    // BUG: [turnkey:key-mutable]
    @KeyField
    Identity identity;

    static class Identity {
        final int value = 1;
    }
}
