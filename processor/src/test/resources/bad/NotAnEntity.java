package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

// BUG: [turnkey:not-an-entity]
@Cacheable
class NotAnEntity {
    @Id
    Long id;
}

// BUG: [turnkey:not-an-entity]
@Cacheable
interface NoClass {}
