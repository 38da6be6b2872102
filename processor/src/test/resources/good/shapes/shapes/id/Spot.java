package shapes.id;

import jakarta.persistence.Embeddable;

@Embeddable
public record Spot(double x, Double y) {
    public Spot(Object x, Object y) {
        this(Double.parseDouble("" + x), Double.valueOf("" + y));
    }
}
