package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyInEmbeddable {
    @Id
    Long id;

    Address address;

    @Embeddable
    static class Address {
        // BUG: [turnkey:key-in-embeddable]
        @KeyField
        String city;

        @CacheIgnore
        String note;
    }
}
