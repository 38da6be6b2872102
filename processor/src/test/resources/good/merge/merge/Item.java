package merge;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Entity
@Cacheable
public class Item {
    @Id
    private Long id;

    private byte[] image;

    @Embedded
    Label label;

    @Embedded
    Tag tag;

    @ManyToOne
    Owner owner;

    List<String> notes;
    Set<Integer> numbers;
    Map<String, Integer> prices;

    public Long getId() {
        return id;
    }
}
