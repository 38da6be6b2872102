package zoo.sea;

import jakarta.persistence.Entity;
import zoo.Animal;

@Entity
public class Whale extends Animal {
    private double tons;

    public double getTons() {
        return tons;
    }
}
