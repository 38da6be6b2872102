package zoo;

import jakarta.persistence.Entity;

@Entity
public class Tree extends Plant {
    int rings;
}
