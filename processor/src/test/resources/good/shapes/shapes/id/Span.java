package shapes.id;

import jakarta.persistence.Embeddable;

/** A class inside an id, which nobody else can make. */
@Embeddable
public class Span {
    private int first;
    private Integer last;

    Span() {}

    public int getFirst() {
        return first;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Span span && first == span.first && java.util.Objects.equals(last, span.last);
    }

    @Override
    public int hashCode() {
        return first;
    }
}
