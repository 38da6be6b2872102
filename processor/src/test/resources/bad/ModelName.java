package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
// BUG: [turnkey:model-name]
@Cacheable(name = "my model")
class ModelName {
    @Id
    Long id;
}
