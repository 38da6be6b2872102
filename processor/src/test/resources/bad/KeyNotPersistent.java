package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class KeyNotPersistent {
    @Id
    Long id;

    // BUG: [turnkey:key-not-persistent]
    @KeyField
    static String shared;

    // BUG: [turnkey:key-not-persistent]
    @KeyField
    transient String passing;

    // BUG: [turnkey:key-not-persistent]
    @KeyField
    @Transient
    String calculated;

    // BUG: [turnkey:key-not-persistent]
    @KeyField
    String calculate() {
        return "";
    }

    // BUG: [turnkey:key-not-persistent]
    @KeyField
    String getNothing() {
        return "";
    }
}
