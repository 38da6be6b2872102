package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class RootWithoutInheritance {
    @Id
    Long id;
}

@Entity
// BUG: [turnkey:root-without-inheritance]
class Below extends RootWithoutInheritance {}
