package shop;
import io.turnkey.annotation.*;
import io.turnkey.annotation.Cacheable;
import jakarta.persistence.*;
import java.time.*;
import java.util.*;
@Entity
@Cacheable(ttl = "10m", maxSize = 20_000)
@KeyFields({"tenantId", "login"})
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"tenantId", "login"}))
public class User {
    @Id private Long id;
    @KeyField @Column(unique = true) private String email;
    private Long tenantId = 7L;
    private String login;
    @KeyField(unique = false) private Status status = Status.ACTIVE;
    @Version private int version;
    private byte[] avatar;
    @SuppressWarnings("turnkey") private String passwordHash;
    @Embedded private Address address;
    @ElementCollection private Set<String> tags = new LinkedHashSet<>();
    @ElementCollection @OrderColumn private List<Address> former = new ArrayList<>();
    @ManyToOne(fetch = FetchType.LAZY) @KeyField(unique = false) private Organization organization;
    @ManyToMany private Set<Organization> memberships = new HashSet<>();
    private Instant createdAt;
    public Long getId() { return id; }
    public void setId(Long id) { this.id = id; }
    public String getEmail() { return email; }
    public void setEmail(String email) { this.email = email; }
    public Long getTenantId() { return tenantId; }
    public String getLogin() { return login; }
    public void setLogin(String login) { this.login = login; }
    public Status getStatus() { return status; }
    public byte[] getAvatar() { return avatar; }
    public Address getAddress() { return address; }
}
