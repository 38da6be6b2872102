package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class LobInMemory {
    @Id
    Long id;

    @Lob
    // BUG: [turnkey:lob-in-memory]
    String text;

    @Lob
    @SuppressWarnings("turnkey:lob-in-memory")
    String small;

    @Lob
    @SuppressWarnings("turnkey")
    String smaller;

    @Lob
    @CacheIgnore
    String ignored;

    @Lob
    @SuppressWarnings("turnkey:secret-in-memory")
    // BUG: [turnkey:lob-in-memory]
    String other;
}
