package merge;

import io.turnkey.spi.Caches;
import io.turnkey.spi.Fields;
import io.turnkey.spi.Snapshots;
import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Item} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Item#getId() id}
 * @param image the attribute {@code image}
 * @param label the attribute {@link Item#label label}
 * @param ownerId the id of {@link Item#owner owner}
 * @param lines the attribute {@link Item#lines lines}
 * @param tags the attribute {@link Item#tags tags}
 * @param labels the attribute {@link Item#labels labels}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record ItemSnapshot(
        Long id,
        byte @Nullable [] image,
        ItemSnapshot.@Nullable LabelSnapshot label,
        @Nullable Long ownerId,
        @Nullable List<String> lines,
        @Nullable List<ItemSnapshot.TagSnapshot> tags,
        @Nullable Map<String, ItemSnapshot.LabelSnapshot> labels) {
    private static final VarHandle IMAGE = Fields.of(MethodHandles.lookup(), Item.class, "image", byte[].class);
    private static final VarHandle ID = Fields.of(MethodHandles.lookup(), Item.class, "id", Long.class);

    public ItemSnapshot {
        Objects.requireNonNull(id, "id");
        image = image == null ? null : image.clone();
        lines = Snapshots.list(lines);
        tags = Snapshots.list(tags);
        labels = Snapshots.map(labels);
    }

    /** The snapshot of an entity that is in memory. */
    public static ItemSnapshot of(Item item) {
        Item real = Caches.unproxy(item);
        Owner owner = real.owner;
        return new ItemSnapshot(
                real.getId(),
                (byte[]) IMAGE.get(real),
                LabelSnapshot.of(real.label),
                owner == null ? null : Caches.idOf(owner, each -> each.id),
                Snapshots.list(real.lines),
                Snapshots.list(real.tags, TagSnapshot::of),
                Snapshots.map(real.labels, Function.identity(), LabelSnapshot::of));
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Item reference(EntityManager entityManager) {
        return entityManager.getReference(Item.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Item find(EntityManager entityManager) {
        return entityManager.find(Item.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Item toEntity(EntityManager entityManager) {
        Item item = new Item();
        ID.set(item, id());
        IMAGE.set(item, image());
        item.label = label() == null ? null : label().toEmbeddable(entityManager);
        item.owner = ownerId() == null ? null : entityManager.getReference(Owner.class, ownerId());
        item.lines = lines() == null ? null : new ArrayList<>(lines());
        item.tags = tags() == null ? null : new ArrayList<>(Snapshots.list(tags(), element -> element.toEmbeddable()));
        item.labels = labels() == null ? null : new LinkedHashMap<>(Snapshots.map(labels(), Function.identity(), element -> element.toEmbeddable(entityManager)));
        return item;
    }

    /** Returns a copy of the attribute {@code image}. */
    @Override
    public byte @Nullable [] image() {
        return image == null ? null : image.clone();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ItemSnapshot other
                && Objects.equals(id, other.id)
                && Arrays.equals(image, other.image)
                && Objects.equals(label, other.label)
                && Objects.equals(ownerId, other.ownerId)
                && Objects.equals(lines, other.lines)
                && Objects.equals(tags, other.tags)
                && Objects.equals(labels, other.labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, Arrays.hashCode(image), label, ownerId, lines, tags, labels);
    }

    @Override
    public String toString() {
        return "ItemSnapshot["
                + "id=" + id
                + ", image=" + (image == null ? null : "byte[" + image.length + "]")
                + ", label=" + label
                + ", ownerId=" + ownerId
                + ", lines=" + lines
                + ", tags=" + tags
                + ", labels=" + labels
                + "]";
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

        /** An embeddable with these values. */
        public Label toEmbeddable(EntityManager entityManager) {
            Label label = new Label();
            label.setText(text());
            label.owner = ownerId() == null ? null : entityManager.getReference(Owner.class, ownerId());
            return label;
        }
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

        /** An embeddable with these values. */
        public Tag toEmbeddable() {
            Tag tag = new Tag();
            tag.name = name();
            tag.weight = weight();
            return tag;
        }
    }
}
