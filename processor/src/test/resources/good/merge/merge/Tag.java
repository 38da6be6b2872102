package merge;

import jakarta.persistence.Embeddable;

@Embeddable
public class Tag {
    String name;
    int weight;
}
