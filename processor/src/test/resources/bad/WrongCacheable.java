package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class WrongCacheable {
    @Id
    Long id;

    // BUG: [turnkey:wrong-cacheable]
    @KeyField
    String email;
}
