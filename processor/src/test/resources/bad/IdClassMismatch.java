package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
// BUG: [turnkey:id-class-mismatch]
@IdClass(IdClassMismatch.Key.class)
class IdClassMismatch {
    @Id
    Long first;

    @Id
    Long second;

    record Key(Long first, String second) {}
}

@Entity
@Cacheable
// BUG: [turnkey:id-class-mismatch]
@IdClass(Lacking.Key.class)
class Lacking {
    @Id
    Long first;

    @Id
    Long second;

    record Key(Long first) {}
}
