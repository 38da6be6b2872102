package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class IdWithoutEquals {
    @EmbeddedId
    // BUG: [turnkey:id-without-equals]
    Key id;

    @Embeddable
    static class Key {
        Long first;
        Long second;
    }
}

@Entity
@Cacheable
class ArrayId {
    @Id
    // BUG: [turnkey:id-without-equals]
    byte[] id;
}

@Entity
@Cacheable
// BUG: [turnkey:id-without-equals]
@IdClass(OfClass.Key.class)
class OfClass {
    @Id
    Long first;

    @Id
    Long second;

    static class Key {
        Long first;
        Long second;
    }
}
