package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
// BUG: [turnkey:key-ignored]
@KeyFields({"email", "name"})
class KeyIgnored {
    @Id
    Long id;

    // BUG: [turnkey:key-ignored]
    @KeyField
    @CacheIgnore
    String email;

    String name;
}
