package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

// BUG: [turnkey:not-cacheable]
@KeyFields({"email", "id"})
@Entity
class NotCacheable {
    @Id
    Long id;

    // BUG: [turnkey:not-cacheable]
    @KeyField
    String email;

    // BUG: [turnkey:not-cacheable]
    @CacheIgnore
    String note;
}

@MappedSuperclass
class Fine {
    @KeyField
    String email;
}
