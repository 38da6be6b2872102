package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class UnsupportedAttribute {
    @Id
    Long id;

    @org.hibernate.annotations.Formula("1")
    // BUG: [turnkey:unsupported-attribute]
    int one;

    @org.hibernate.annotations.Any
    // BUG: [turnkey:unsupported-attribute]
    Object any;

    @ManyToOne
    // BUG: [turnkey:unsupported-attribute]
    Line line;

    // BUG: [turnkey:unsupported-attribute]
    java.sql.Blob blob;

    // BUG: [turnkey:unsupported-attribute]
    Line plain;

    @Embedded
    // BUG: [turnkey:unsupported-attribute]
    Holder holder;

    @ManyToMany
    // BUG: [turnkey:unsupported-attribute]
    Map<String, Line> map;

    @CacheIgnore
    java.sql.Clob meant;

    @Entity
    @IdClass(Line.Key.class)
    static class Line {
        @Id
        Long first;

        @Id
        Long second;

        record Key(Long first, Long second) {}
    }

    @Embeddable
    record Holder(@ElementCollection List<String> tags) {}
}
