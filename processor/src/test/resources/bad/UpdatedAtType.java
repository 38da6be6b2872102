package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
// BUG: [turnkey:updated-at-type]
@Cacheable(updatedAt = "changed")
class UpdatedAtType {
    @Id
    Long id;

    String changed;
}
