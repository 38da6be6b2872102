package shapes.id;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
public class Site {
    /** Immutable, with an instantiator of its own, which is not shown. */
    @Embeddable
    public static class Id {
        private final String country;

        public Id(String country) {
            this.country = country;
        }

        public String getCountry() {
            return country;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Id id && country.equals(id.country);
        }

        @Override
        public int hashCode() {
            return country.hashCode();
        }
    }

    @EmbeddedId
    private Id id;
}
