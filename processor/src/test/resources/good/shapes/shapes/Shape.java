package shapes;

import jakarta.persistence.Embeddable;

/** Called as a class of the runtime. */
@Embeddable
class Shape {
    int corners;
    private String hashCode;

    String colour;

    Component first;
}
