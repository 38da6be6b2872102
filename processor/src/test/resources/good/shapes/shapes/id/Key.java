package shapes.id;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
public class Key {
    @Embeddable
    public static class Id {
        private String serial;

        /** The only one. */
        public Id(String serial) {
            this.serial = serial;
        }

        public String getSerial() {
            return serial;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Id id && serial.equals(id.serial);
        }

        @Override
        public int hashCode() {
            return serial.hashCode();
        }
    }

    @EmbeddedId
    private Id id;
}
