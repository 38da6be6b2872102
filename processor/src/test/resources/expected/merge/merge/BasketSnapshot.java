package merge;

import io.turnkey.spi.Caches;
import io.turnkey.spi.Snapshots;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Basket} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Basket#id id}
 * @param lines the attribute {@link Basket#lines lines}
 * @param tags the attribute {@link Basket#tags tags}
 * @param labels the attribute {@link Basket#labels labels}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record BasketSnapshot(
        Long id,
        @Nullable List<String> lines,
        @Nullable List<BasketSnapshot.TagSnapshot> tags,
        @Nullable Map<String, BasketSnapshot.LabelSnapshot> labels) {
    public BasketSnapshot {
        Objects.requireNonNull(id, "id");
        lines = Snapshots.list(lines);
        tags = Snapshots.list(tags);
        labels = Snapshots.map(labels);
    }

    /** The snapshot of an entity that is in memory. */
    public static BasketSnapshot of(Basket basket) {
        Basket real = Caches.unproxy(basket);
        return new BasketSnapshot(
                real.id,
                Snapshots.list(real.lines),
                Snapshots.list(real.tags, TagSnapshot::of),
                Snapshots.map(real.labels, Function.identity(), LabelSnapshot::of));
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Basket reference(EntityManager entityManager) {
        return entityManager.getReference(Basket.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Basket find(EntityManager entityManager) {
        return entityManager.find(Basket.class, id());
    }

    /**
     * What {@link Tag} held.
     *
     * @param name the attribute {@link Tag#name name}
     * @param weight the attribute {@link Tag#weight weight}
     */
    public record TagSnapshot(@Nullable String name, int weight) {
        /** The same values; {@code null} for {@code null}. */
        public static @Nullable TagSnapshot of(@Nullable Tag tag) {
            if (tag == null) {
                return null;
            }
            return new TagSnapshot(tag.name, tag.weight);
        }
    }

    /**
     * What {@link Label} held.
     *
     * @param text the attribute {@link Label#getText() text}
     * @param ownerId the id of {@link Label#owner owner}
     */
    public record LabelSnapshot(@Nullable String text, @Nullable Long ownerId) {
        /** The same values; {@code null} for {@code null}. */
        public static @Nullable LabelSnapshot of(@Nullable Label label) {
            if (label == null) {
                return null;
            }
            Owner owner = label.owner;
            return new LabelSnapshot(
                    label.getText(),
                    owner == null ? null : Caches.idOf(owner, each -> each.id));
        }
    }
}
