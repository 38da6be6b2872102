package attributes;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;

@Embeddable
public class Place {
    @Embedded
    Geo geo;

    @ManyToOne
    Country country;

    @ElementCollection
    List<String> names = new ArrayList<>();

    byte[] map;
}
