package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

class PrivateClass {
    @Entity
    @Cacheable
    // BUG: [turnkey:private-class]
    private static class Hidden {
        @Id
        Long id;
    }

    private static class Outer {
        @Entity
        @Cacheable
        // BUG: [turnkey:private-class]
        static class Inner {
            @Id
            Long id;
        }
    }
}
