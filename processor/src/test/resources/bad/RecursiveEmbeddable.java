package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class RecursiveEmbeddable {
    @Id
    Long id;

    Node node;

    @Embeddable
    static class Node {
        String name;

        // BUG: [turnkey:recursive-embeddable]
        Node next;
    }
}
