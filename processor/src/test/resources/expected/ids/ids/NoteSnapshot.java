package ids;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Note} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Note#id id}
 * @param lineId the id of {@link Note#line line}
 * @param author the attribute {@link Note#author author}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
record NoteSnapshot(String id, @Nullable OrderLineId lineId, @Nullable String author) {
    public NoteSnapshot {
        Objects.requireNonNull(id, "id");
        lineId = lineId == null ? null : NoteCacheModel.copy(lineId);
    }

    /** The snapshot of an entity that is in memory. */
    public static NoteSnapshot of(Note note) {
        Note real = Caches.unproxy(note);
        OrderLine line = real.line;
        return new NoteSnapshot(real.id, line == null ? null : line.getId(), real.author);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Note reference(EntityManager entityManager) {
        return entityManager.getReference(Note.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Note find(EntityManager entityManager) {
        return entityManager.find(Note.class, id());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Note toEntity(EntityManager entityManager) {
        Note note = new Note();
        note.id = id();
        note.line = lineId() == null ? null : entityManager.getReference(OrderLine.class, lineId());
        note.author = author();
        return note;
    }

    /** Returns a copy of the id of {@link Note#line line}. */
    @Override
    public @Nullable OrderLineId lineId() {
        return lineId == null ? null : NoteCacheModel.copy(lineId);
    }
}
