package ids;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

@Entity
@Cacheable
public class Profile {
    @Id
    @OneToOne
    Student student;

    String text;
}
