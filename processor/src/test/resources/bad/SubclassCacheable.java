package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
@Inheritance
abstract class SubclassCacheable {
    @Id
    Long id;
}

@Entity
// BUG: [turnkey:subclass-cacheable]
@Cacheable
class Below extends SubclassCacheable {}
