package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyOnEmbedded {
    @Id
    Long id;

    // BUG: [turnkey:key-on-embedded]
    @KeyField
    Address address;

    @Embeddable
    static class Address {
        String city;
    }
}
