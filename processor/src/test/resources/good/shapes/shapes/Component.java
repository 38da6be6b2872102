package shapes;

import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;
import shapes.id.Role;

@Embeddable
class Component {
    String name;

    @ManyToOne
    Role role;
}
