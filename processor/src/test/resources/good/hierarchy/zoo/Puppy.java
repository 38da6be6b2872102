package zoo;

import jakarta.persistence.Entity;

@Entity
public class Puppy extends Dog {
    int weeks;
}
