package zoo;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Cacheable
public class Plant {
    @Id
    Integer id;

    String latin;
    zoo.sea.Salt salt;
}
