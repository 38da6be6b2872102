package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyUnsupported {
    @Id
    Long id;

    @org.hibernate.annotations.Formula("1")
    // BUG: [turnkey:key-unsupported]
    @KeyField
    // BUG: [turnkey:unsupported-attribute]
    int one;
}
