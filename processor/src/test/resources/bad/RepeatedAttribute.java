package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
// BUG: [turnkey:repeated-attribute]
@KeyFields({"email", "name", "email"})
class RepeatedAttribute {
    @Id
    Long id;

    String email;

    String name;
}
