package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
// BUG: [turnkey:view-not-an-interface]
@Cacheable(view = String.class)
class Views {
    @Id
    Long id;
}

interface Named {
    Long getId();

    String name();

    String getNote();

    default String label() {
        return name() + getNote();
    }
}

@Entity
// BUG: [turnkey:view-not-implemented]
@Cacheable(view = Named.class)
class Other {
    @Id
    Long id;

    String name;

    String note;
}

@Entity
// BUG: [turnkey:view-attribute]
@Cacheable(view = Named.class)
abstract class Lacking implements Named {
    @Id
    Long id;

    String name;

    @CacheIgnore
    String note;
}

@Entity
// BUG: [turnkey:view-type]
@Cacheable(view = Named.class)
abstract class Differing implements Named {
    @Id
    Long id;

    String name;

    int note;
}
