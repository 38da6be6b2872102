package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class JsonIgnoredInMemory {
    @Id
    Long id;

    @com.fasterxml.jackson.annotation.JsonIgnore
    // BUG: [turnkey:json-ignored-in-memory]
    String note;

    @CacheIgnore
    @com.fasterxml.jackson.annotation.JsonIgnore
    String ignored;

    @com.fasterxml.jackson.annotation.JsonIgnore(false)
    String shown;
}
