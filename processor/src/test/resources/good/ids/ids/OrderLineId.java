package ids;

import jakarta.persistence.Embeddable;
import java.util.Date;
import java.util.Objects;

@Embeddable
public class OrderLineId {
    private long orderNo;
    private String position;
    private Date placed;

    protected OrderLineId() {}

    public long getOrderNo() {
        return orderNo;
    }

    public String getPosition() {
        return position;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderLineId id
                && orderNo == id.orderNo
                && Objects.equals(position, id.position)
                && Objects.equals(placed, id.placed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(orderNo, position, placed);
    }
}
