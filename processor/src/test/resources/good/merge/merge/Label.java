package merge;

import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;

@Embeddable
public class Label {
    private String text;

    @ManyToOne
    Owner owner;

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
