package names;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Cacheable
public class Old {
    @Id
    Long id;

    @Deprecated
    @KeyField
    @Column(unique = true)
    String code;

    @Deprecated(since = "2", forRemoval = true)
    private String text;

    @Deprecated(since = "2", forRemoval = true)
    public String getText() {
        return text;
    }
}
