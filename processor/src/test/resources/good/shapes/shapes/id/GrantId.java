package shapes.id;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.Date;
import java.util.Objects;

@Embeddable
public class GrantId {
    private String account;
    private Date since;

    @Deprecated
    private int number;

    @Embedded
    private Span span;

    private Spot spot;

    public GrantId() {}

    @Deprecated
    public int getNumber() {
        return number;
    }

    @Deprecated
    public void setNumber(int number) {
        this.number = number;
    }

    public void setNumber(Integer number) {
        throw new IllegalArgumentException("the wrong one for " + number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrantId id
                && Objects.equals(account, id.account)
                && Objects.equals(since, id.since)
                && number == id.number
                && Objects.equals(span, id.span)
                && Objects.equals(spot, id.spot);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, since, number);
    }
}
