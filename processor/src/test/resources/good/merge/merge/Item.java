package merge;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

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

    public Long getId() {
        return id;
    }
}
