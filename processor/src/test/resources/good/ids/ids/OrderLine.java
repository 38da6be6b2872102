package ids;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
@Cacheable
public class OrderLine {
    @EmbeddedId
    private OrderLineId id;

    private int amount;

    public OrderLineId getId() {
        return id;
    }

    public int getAmount() {
        return amount;
    }
}
