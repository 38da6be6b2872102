package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class MutableValue {
    @Id
    Long id;

    // BUG: [turnkey:mutable-value]
    List<String> tags;

    @Convert(attributeName = "box")
    // BUG: [turnkey:mutable-value]
    Box box;

    Fixed fixed;

    static class Box {
        int size;
    }

    static class Fixed {
        final int size = 1;
    }
}
