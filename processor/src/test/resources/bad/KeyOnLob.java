package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyOnLob {
    @Id
    Long id;

    @Lob
    @SuppressWarnings("turnkey:lob-in-memory")
    // BUG: [turnkey:key-on-lob]
    @KeyField
    String text;
}
