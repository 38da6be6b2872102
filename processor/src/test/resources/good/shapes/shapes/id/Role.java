package shapes.id;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.Objects;

@Entity
public class Role {
    /** Nobody else can make it. */
    @Embeddable
    public static class Id {
        private String realm;
        protected byte[] code;

        protected Id() {}

        public String getRealm() {
            return realm;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Id id && Objects.equals(realm, id.realm) && java.util.Arrays.equals(code, id.code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realm);
        }
    }

    @EmbeddedId
    private Id id;

    public Id getId() {
        return id;
    }
}
