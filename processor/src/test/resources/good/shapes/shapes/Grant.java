package shapes;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.JoinTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shapes.id.Door;
import shapes.id.GrantId;
import shapes.id.Key;
import shapes.id.Role;
import shapes.id.Site;

@Entity
@Cacheable
@SuppressWarnings("turnkey")
public class Grant {
    @EmbeddedId
    private GrantId id;

    @ManyToOne
    private Role role;

    @ManyToMany
    private Set<Role> others;

    @OneToMany
    @JoinTable
    private Set<Door> doors;

    @ManyToOne
    private Door entrance;

    @ManyToOne
    private Site site;

    @ManyToMany
    private Set<Site> sites;

    @ManyToOne
    private Key key;

    @ElementCollection
    private Map<Shape, Row> rows;

    @ElementCollection
    private Map<Row, Shape> shapes;

    @ElementCollection
    private Map<Door, Component> components;

    @ElementCollection
    private Set<Component> parts;

    @ElementCollection
    private List<Shape> outline;
}
