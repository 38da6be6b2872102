package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable(
        // BUG: [turnkey:option-out-of-range]
        ttl = "0s",
        // BUG: [turnkey:option-out-of-range]
        negativeTtl = "-5m",
        // BUG: [turnkey:option-out-of-range]
        maxSize = 0,
        // BUG: [turnkey:option-out-of-range]
        ttlJitter = 1.5,
        // BUG: [turnkey:option-out-of-range]
        maxStale = "PT-1S",
        // BUG: [turnkey:option-out-of-range]
        reconcileInterval = "0s")
class OptionOutOfRange {
    @Id
    Long id;
}
