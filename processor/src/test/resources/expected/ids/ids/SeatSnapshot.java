package ids;

import io.turnkey.spi.Caches;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Seat} held when it was read: immutable, and shared by all callers.
 *
 * @param seatId the attribute {@link Seat#seatId seatId}
 * @param taken the attribute {@link Seat#taken taken}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
record SeatSnapshot(Seat.SeatId seatId, boolean taken) {
    public SeatSnapshot {
        Objects.requireNonNull(seatId, "seatId");
    }

    /** The snapshot of an entity that is in memory. */
    public static SeatSnapshot of(Seat seat) {
        Seat real = Caches.unproxy(seat);
        return new SeatSnapshot(real.seatId, real.taken);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Seat reference(EntityManager entityManager) {
        return entityManager.getReference(Seat.class, seatId());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Seat find(EntityManager entityManager) {
        return entityManager.find(Seat.class, seatId());
    }

    /** A detached entity with these values; merging it changes nothing else of the row. */
    public Seat toEntity(EntityManager entityManager) {
        Seat seat = new Seat();
        seat.seatId = seatId();
        seat.taken = taken();
        return seat;
    }
}
