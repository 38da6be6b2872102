package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "LOGIN"}),
        indexes = @Index(columnList = "code", unique = true))
@KeyFields({"tenantId", "login"})
@KeyFields({"tenantId", "name"})
// BUG: [turnkey:unique-without-constraint]
class UniqueWithoutConstraint {
    @Id
    Long id;

    // BUG: [turnkey:unique-without-constraint]
    @KeyField
    String name;

    @KeyField
    @Column(unique = true)
    String email;

    @KeyField
    String code;

    @KeyField
    @org.hibernate.annotations.NaturalId
    String isbn;

    @KeyField
    @OneToOne
    UniqueWithoutConstraint other;

    Long tenantId;

    String login;
}
