package ids;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
@Cacheable(ttl = "none", load = io.turnkey.annotation.LoadMode.FULL, negativeTtl = "1500ms", ttlJitter = 0.25, staleWhileRevalidate = false, maxStale = "5m", staleIfError = "1d", refreshInterval = "none", syncOverlap = "2m", reconcileInterval = "12h", maxSize = Cacheable.UNLIMITED, enabled = false)
class Seat {
    @Embeddable
    record SeatId(String hall, int number) {}

    @EmbeddedId
    SeatId seatId;

    boolean taken;
}
