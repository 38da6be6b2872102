package merge;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;

/** Merging its collections would raise its version. */
@Entity
@Cacheable
public class Basket {
    @Id
    Long id;

    @ElementCollection
    List<String> lines;

    @ElementCollection
    List<Tag> tags;

    @ElementCollection
    Map<String, Label> labels;
}
