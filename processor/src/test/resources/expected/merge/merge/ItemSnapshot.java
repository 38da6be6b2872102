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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Item} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Item#getId() id}
 * @param image the attribute {@code image}
 * @param label the attribute {@link Item#label label}
 * @param tag the attribute {@link Item#tag tag}
 * @param ownerId the id of {@link Item#owner owner}
 * @param notes the attribute {@link Item#notes notes}
 * @param numbers the attribute {@link Item#numbers numbers}
 * @param prices the attribute {@link Item#prices prices}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record ItemSnapshot(
        Long id,
        byte @Nullable [] image,
        ItemSnapshot.@Nullable LabelSnapshot label,
        ItemSnapshot.@Nullable TagSnapshot tag,
        @Nullable Long ownerId,
        @Nullable List<String> notes,
        @Nullable Set<Integer> numbers,
        @Nullable Map<String, Integer> prices) {
    private static final VarHandle IMAGE = Fields.of(MethodHandles.lookup(), Item.class, "image", byte[].class);
    private static final VarHandle ID = Fields.of(MethodHandles.lookup(), Item.class, "id", Long.class);

    public ItemSnapshot {
        Objects.requireNonNull(id, "id");
        image = image == null ? null : image.clone();
        notes = Snapshots.list(notes);
        numbers = Snapshots.set(numbers);
        prices = Snapshots.map(prices);
    }

    /** The snapshot of an entity that is in memory. */
    public static ItemSnapshot of(Item item) {
        Item real = Caches.unproxy(item);
        Owner owner = real.owner;
        return new ItemSnapshot(
                real.getId(),
                (byte[]) IMAGE.get(real),
                LabelSnapshot.of(real.label),
                TagSnapshot.of(real.tag),
                owner == null ? null : Caches.idOf(owner, each -> each.id),
                real.notes,
                real.numbers,
                real.prices);
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
        item.tag = tag() == null ? null : tag().toEmbeddable();
        item.owner = ownerId() == null ? null : entityManager.getReference(Owner.class, ownerId());
        item.notes = notes() == null ? null : new ArrayList<>(notes());
        item.numbers = numbers() == null ? null : new LinkedHashSet<>(numbers());
        item.prices = prices() == null ? null : new LinkedHashMap<>(prices());
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
                && Objects.equals(tag, other.tag)
                && Objects.equals(ownerId, other.ownerId)
                && Objects.equals(notes, other.notes)
                && Objects.equals(numbers, other.numbers)
                && Objects.equals(prices, other.prices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, Arrays.hashCode(image), label, tag, ownerId, notes, numbers, prices);
    }

    @Override
    public String toString() {
        return "ItemSnapshot["
                + "id=" + id
                + ", image=" + (image == null ? null : "byte[" + image.length + "]")
                + ", label=" + label
                + ", tag=" + tag
                + ", ownerId=" + ownerId
                + ", notes=" + notes
                + ", numbers=" + numbers
                + ", prices=" + prices
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
