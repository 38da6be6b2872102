package zoo.sea;

import jakarta.persistence.Embeddable;

/** Cannot be made outside its package. */
@Embeddable
public class Salt {
    private int grams;

    protected Salt() {}

    public int getGrams() {
        return grams;
    }

    public void setGrams(int grams) {
        this.grams = grams;
    }
}
