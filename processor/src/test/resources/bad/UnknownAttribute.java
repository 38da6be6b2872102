package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
// BUG: Did you mean 'changed'?
@Cacheable(updatedAt = "chagned")
@KeyFields({
    "email",
    // BUG: [turnkey:unknown-attribute] UnknownAttribute has no cached attribute 'adress.city'. Did you mean 'address.city'? It has
    "adress.city",
    // BUG: [turnkey:unknown-attribute]
    "emial",
    // BUG: no cached attribute 'parent.id'. Write 'parent': the key of an association is its target's id. It has
    "parent.id"
})
class UnknownAttribute {
    @Id
    Long id;

    String email;

    Address address;

    @ManyToOne
    UnknownAttribute parent;

    java.time.Instant changed;

    @Embeddable
    static class Address {
        String city;
    }
}
