package zoo;

import jakarta.persistence.Entity;

@Entity
class Cat extends Animal {
    Integer lives;
}
