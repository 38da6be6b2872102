package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable(
        // BUG: [turnkey:malformed-duration]
        ttl = "10 minutes",
        // BUG: [turnkey:malformed-duration]
        loadTimeout = "none",
        // BUG: [turnkey:malformed-duration]
        syncOverlap = "none",
        // BUG: [turnkey:malformed-duration]
        staleIfError = "",
        refreshInterval = "none",
        reconcileInterval = "",
        negativeTtl = "none",
        cleanupInterval = "PT1M")
class MalformedDuration {
    @Id
    Long id;
}
