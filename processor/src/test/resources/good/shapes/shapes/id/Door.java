package shapes.id;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
public class Door {
    @Embeddable
    public record Id(Spot spot, String floor) {}

    @EmbeddedId
    private Id id;
}
