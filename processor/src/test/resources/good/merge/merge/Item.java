package merge;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Map;

@Entity
@Cacheable
public class Item {
    @Id
    private Long id;

    private byte[] image;

    @Embedded
    Label label;

    @ManyToOne
    Owner owner;

    @ElementCollection
    List<String> lines;

    @ElementCollection
    List<Tag> tags;

    @ElementCollection
    Map<String, Label> labels;

    public Long getId() {
        return id;
    }
}
