package merge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class Probe {
    /** Answers with a new entity of the id that is asked for. */
    private static final EntityManager MANAGER = (EntityManager) Proxy.newProxyInstance(
            Probe.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("getReference");
                Owner owner = new Owner();
                owner.id = (Long) arguments[1];
                return owner;
            });

    public static void whatToEntityMakesGivesTheSameSnapshot() {
        ItemSnapshot snapshot = new ItemSnapshot(
                1L, new byte[] {1}, new ItemSnapshot.LabelSnapshot("text", 2L), new ItemSnapshot.TagSnapshot("tag", 4), 3L, List.of("a"), Set.of(1), Map.of("b", 2));

        assertThat(ItemSnapshot.of(snapshot.toEntity(MANAGER))).isEqualTo(snapshot);
    }

    public static void itsCollectionsAreTheEntitysOwn() {
        ItemSnapshot snapshot =
                new ItemSnapshot(1L, null, null, null, null, List.of("a"), Set.of(1), Map.of("b", 2));

        Item item = snapshot.toEntity(MANAGER);
        item.notes.add("c");
        item.numbers.add(3);
        item.prices.clear();

        assertThat(item.notes).containsExactly("a", "c");
        assertThat(snapshot.notes()).containsExactly("a");
        assertThat(snapshot.numbers()).containsExactly(1);
        assertThat(snapshot.prices()).containsEntry("b", 2);
    }

    public static void nullStaysNull() {
        ItemSnapshot snapshot = new ItemSnapshot(1L, null, null, null, null, null, null, null);

        assertThat(ItemSnapshot.of(snapshot.toEntity(MANAGER))).isEqualTo(snapshot);
    }

    public static void anEntityWithACollectionCannotBeMadeOfItsSnapshot() {
        assertThat(BasketSnapshot.class.getMethods()).noneMatch(method -> method.getName().equals("toEntity"));
    }
}
