package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
@KeyFields(value = {"email", "name"}, name = "account", unique = false)
@KeyFields(value = {"name", "email"}, name = "account", unique = false)
// javac knows no place for one of several annotations of a kind, so the message stands on the class.
// BUG: [turnkey:method-collision]
class MethodCollision {
    @Id
    Long number;

    // BUG: [turnkey:method-collision]
    @KeyField
    String id;

    String email;

    String name;

    @KeyField(unique = false)
    Long organizationId;

    @ManyToOne
    // BUG: [turnkey:method-collision]
    @KeyField(unique = false)
    MethodCollision organization;
}
