package zoo;

import jakarta.persistence.Entity;

@Entity
public class Dog extends Animal {
    private boolean barking;

    public boolean isBarking() {
        return barking;
    }
}
