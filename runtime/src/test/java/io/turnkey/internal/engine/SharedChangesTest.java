package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.SnapshotFormatException;
import io.turnkey.internal.store.Change;
import io.turnkey.internal.store.Question;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedForm;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes that tell each other of changes; each has its own memory. */
@Tag("F63")
class SharedChangesTest {
    /** Texts that can be read in an assertion. */
    private static final class Form implements SharedForm<Row, Long> {
        private int hashed;

        @Override
        public String fingerprint() {
            return "1";
        }

        @Override
        public byte[] encode(Row row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Row decode(byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String idText(Long id) {
            return "" + id;
        }

        @Override
        public Long id(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new SnapshotFormatException("Row", 1, 1, "$", "is no id", e);
            }
        }

        @Override
        public <K> String hash(KeyModel<Row, K> key, K value) {
            hashed++;
            if (value.equals("none")) {
                throw new IllegalArgumentException("no hash");
            }
            return "#" + value;
        }
    }

    private final Harness here = Harness.versioned(o -> o.negativeTtl(Duration.ofMinutes(1)));
    private final Form form = new Form();
    private SharedChanges<Row, Long> shared;

    @BeforeEach
    void fill() {
        shared = new SharedChanges<>(
                here.model.model,
                form,
                here.engine.parts().tickets(),
                here.engine.parts().negatives(),
                here.engine.parts().lists());
        here.table.put(Row.of(1), Row.of(2));
        here.id(1);
        here.email("new@x");
        here.email("other@x");
        here.byStatus.list(Status.ACTIVE);
        here.byTenant.list("nobody");
        assertThat(knowsNone("new@x") && knowsNone("other@x")).isTrue();
        assertThat(here.byTenant.isCached("nobody") && here.byStatus.isCached(Status.ACTIVE))
                .isTrue();
    }

    @AfterEach
    void close() {
        here.close();
    }

    private Question email(String value) {
        return new Question(1, value);
    }

    private boolean knowsNone(String email) {
        return here.engine.parts().negatives().knows(email(email));
    }

    private void hear(SharedChange change) {
        here.engine.parts().changes().apply(shared.heard(change));
    }

    private static Map<String, Set<String>> hashes(String key, String hash) {
        Map<String, Set<String>> hashes = new HashMap<>();
        for (String name : List.of("email", "tenantAndLogin", "status", "tenant")) {
            hashes.put(name, name.equals(key) ? Set.of(hash) : Set.of());
        }
        return hashes;
    }

    @Test
    void aWriteIsToldWithItsIdAndTheHashesOfAllItsKeys() {
        assertThat(shared.told(Change.after(List.of(7L), List.of(email("a@x"), new Question(3, Status.ACTIVE)))))
                .isEqualTo(new SharedChange(
                        Set.of("7"),
                        Map.of(
                                "email", Set.of("#a@x"),
                                "status", Set.of("#ACTIVE"),
                                "tenant", Set.of(),
                                "tenantAndLogin", Set.of())));
        assertThat(shared.told(Change.unknown(List.of(7L)))).isEqualTo(SharedChange.of(Set.of("7")));
        assertThat(shared.told(Change.everything())).isEqualTo(SharedChange.everything());
        assertThat(shared.told(Change.after(List.of(7L), List.of(email("none")))))
                .as("a value without a hash")
                .isEqualTo(SharedChange.of(Set.of("7")));
    }

    @Test
    @Tag("H20")
    void noSuchRowEndsForTheKeysOfAnInsertElsewhereAndNoOthers() {
        hear(new SharedChange(Set.of("3"), hashes("email", "#new@x")));

        assertThat(knowsNone("new@x")).isFalse();
        assertThat(knowsNone("other@x")).isTrue();
        assertThat(here.byId.isCached(1L)).isTrue();
    }

    @Test
    @Tag("H24")
    void aListFallsForARowThatMovesInAndForOneThatWasInIt() {
        hear(new SharedChange(Set.of("3"), hashes("tenant", "#nobody")));
        assertThat(here.byTenant.isCached("nobody")).isFalse();
        assertThat(here.byStatus.isCached(Status.ACTIVE)).isTrue();

        hear(new SharedChange(Set.of("2"), hashes("status", "#GONE")));
        assertThat(here.byStatus.isCached(Status.ACTIVE)).isFalse();
    }

    @Test
    void aRowThatChangedElsewhereIsNotServed() {
        hear(new SharedChange(Set.of("1"), hashes("email", "#new@x")));

        assertThat(here.byId.isCached(1L)).isFalse();
    }

    @Test
    void withoutHashesAllThatIsRememberedByKeysEnds() {
        hear(SharedChange.of(Set.of("3")));

        assertThat(knowsNone("new@x")).isFalse();
        assertThat(here.byStatus.isCached(Status.ACTIVE)).isFalse();
        assertThat(here.byId.isCached(1L)).isTrue();
    }

    @Test
    @Tag("H19")
    void aKeyThatTheOtherVersionDoesNotKnowIsConcernedWithEveryValue() {
        Map<String, Set<String>> older = hashes("status", "#GONE");
        older.remove("email");

        hear(new SharedChange(Set.of("3"), older));

        assertThat(knowsNone("new@x")).isFalse();
        assertThat(knowsNone("other@x")).isFalse();
        assertThat(here.byTenant.isCached("nobody")).isTrue();
    }

    @Test
    @Tag("H19")
    void anIdOfAnotherVersionEndsEverything() {
        hear(new SharedChange(Set.of("1", "{}"), hashes("status", "#GONE")));

        assertThat(here.engine.size()).isZero();
    }

    @Test
    @Tag("P4")
    void whatIsRememberedIsHashedOnceAndNotForEachWriteElsewhere() {
        hear(new SharedChange(Set.of("3"), hashes("email", "#a@x")));
        int once = form.hashed;
        hear(new SharedChange(Set.of("4"), hashes("status", "#GONE")));
        hear(new SharedChange(Set.of("5"), hashes("email", "#b@x")));
        assertThat(form.hashed).as("two e-mails, then one status").isEqualTo(once + 1);

        hear(new SharedChange(Set.of("6"), hashes("email", "#new@x")));
        assertThat(knowsNone("new@x")).isFalse();
        assertThat(knowsNone("other@x")).isTrue();
    }
}
