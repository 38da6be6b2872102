package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class AttributeNotAccessible {
    @Id
    Long id;

    // BUG: [turnkey:attribute-not-accessible]
    Status status;

    private enum Status {
        ON
    }
}
