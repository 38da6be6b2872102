package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class IgnoredRecordComponent {
    @Id
    Long id;

    Money money;

    @Embeddable
    record Money(
            long cents,
            // BUG: [turnkey:ignored-record-component]
            @CacheIgnore String note) {}
}
