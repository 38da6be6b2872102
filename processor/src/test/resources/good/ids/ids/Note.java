package ids;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
@Cacheable
@KeyFields(value = {"line", "author"}, unique = false)
class Note {
    @Id
    String id;

    @ManyToOne
    @KeyField(unique = false)
    OrderLine line;

    String author;
}
