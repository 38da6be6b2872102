package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
// BUG: [turnkey:malformed-duration]
@Cacheable(ttl = "soon")
// BUG: [turnkey:no-id]
class SeveralAtOnce {
    @Lob
    // BUG: [turnkey:lob-in-memory]
    String text;
}

@Entity
@Cacheable
// BUG: [turnkey:no-id]
class Second {}
