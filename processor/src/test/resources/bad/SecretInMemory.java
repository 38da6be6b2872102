package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class SecretInMemory {
    @Id
    Long id;

    // BUG: [turnkey:secret-in-memory]
    String passwordHash;

    // BUG: [turnkey:secret-in-memory]
    String apiKey;

    // BUG: [turnkey:secret-in-memory]
    int pin;

    @CacheIgnore
    String token;

    boolean hasPassword;

    java.time.Instant passwordChangedAt;

    long tokenVersion;

    String shippingPinned;

    String secretary;
}
