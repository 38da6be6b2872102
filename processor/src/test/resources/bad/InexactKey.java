package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class InexactKey {
    @Id
    Long id;

    // BUG: [turnkey:inexact-key]
    @KeyField(unique = false)
    double weight;

    // BUG: [turnkey:inexact-key]
    @KeyField(unique = false)
    java.math.BigDecimal price;
}
