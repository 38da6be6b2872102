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
abstract class SubclassKey {
    @Id
    Long id;
}

@Entity
// BUG: [turnkey:subclass-key]
@KeyFields({"first", "second"})
class Below extends SubclassKey {
    // BUG: [turnkey:subclass-key]
    @KeyField
    String first;

    String second;
}
