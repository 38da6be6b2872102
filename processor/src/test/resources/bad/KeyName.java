package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
// BUG: [turnkey:key-name]
@KeyFields(value = {"email", "name"}, name = "e-mail", unique = false)
class KeyName {
    @Id
    Long id;

    String email;

    String name;
}
