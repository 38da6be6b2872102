package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class TenantId {
    @Id
    Long id;

    @org.hibernate.annotations.TenantId
    // BUG: [turnkey:tenant-id]
    String tenant;
}
