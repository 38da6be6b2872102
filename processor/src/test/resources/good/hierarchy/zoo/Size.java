package zoo;

import jakarta.persistence.Embeddable;

@Embeddable
public class Size {
    int height;
    Integer width;
}
