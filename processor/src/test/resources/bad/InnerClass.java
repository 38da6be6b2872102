package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

class InnerClass {
    @Entity
    @Cacheable
    // BUG: [turnkey:inner-class]
    class Inner {
        @Id
        Long id;
    }
}
