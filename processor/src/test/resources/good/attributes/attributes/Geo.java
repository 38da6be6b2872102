package attributes;

import jakarta.persistence.Embeddable;

@Embeddable
public class Geo {
    double latitude;
    float height;
    private Byte zone;
}
