package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class IdType {
    @Id
    @ElementCollection
    // BUG: [turnkey:id-type]
    List<String> id;
}

@Entity
@Cacheable
class FinalId {
    @EmbeddedId
    // BUG: [turnkey:id-type]
    Key id;

    @Embeddable
    static class Key {
        final Long first = 1L;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
