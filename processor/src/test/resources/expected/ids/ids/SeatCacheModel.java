package ids;

import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** What the runtime knows of {@link Seat}. */
@GeneratedModel(
        name = "Seat",
        entity = Seat.class,
        cache = SeatCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
final class SeatCacheModel {
    static final KeyModel<SeatSnapshot, Seat.SeatId> ID = new KeyModel<>(
            "seatId",
            Seat.SeatId.class,
            true,
            "getById",
            List.of(AttributePath.of("seatId.hall"), AttributePath.of("seatId.number")),
            SeatSnapshot::seatId,
            id -> Arrays.asList(id.hall(), id.number()),
            UnaryOperator.identity());

    private static final Projection<SeatSnapshot> PROJECTION = new Projection<>(
            Seat.class,
            List.of(AttributePath.of("seatId"), AttributePath.of("taken")),
            List.of(),
            SeatCacheModel::read);

    static final EntityModel<Seat, SeatSnapshot, Seat.SeatId> MODEL = EntityModel
            .<Seat, SeatSnapshot, Seat.SeatId>builder(1, "Seat", Seat.class, SeatSnapshot.class)
            .options(CacheOptions.builder()
                    .load(LoadMode.FULL)
                    .ttl(CacheOptions.FOREVER)
                    .ttlJitter(0.25)
                    .staleWhileRevalidate(false)
                    .maxStale(Duration.ofMinutes(5))
                    .staleIfError(Duration.ofDays(1))
                    .maxSize(CacheOptions.UNLIMITED)
                    .refreshInterval(Duration.ZERO)
                    .syncOverlap(Duration.ofMinutes(2))
                    .reconcileInterval(Duration.ofHours(12))
                    .negativeTtl(Duration.ofMillis(1500))
                    .enabled(false)
                    .build())
            .id(ID)
            .projection(PROJECTION)
            .shape(SeatCacheModel::shape)
            .of(SeatSnapshot::of)
            .build();

    private SeatCacheModel() {}

    private static SeatSnapshot read(Row row) {
        return new SeatSnapshot(row.get(0), row.get(1));
    }

    private static Composite<SeatSnapshot> shape() {
        Composite<Seat.SeatId> seatId = new Composite<>(
                Seat.SeatId.class,
                List.of(
                        Component.of("hall", Shape.of(String.class), Seat.SeatId::hall),
                        Component.of("number", Shape.of(int.class), Seat.SeatId::number)),
                row -> new Seat.SeatId(row.<String>get(0), (int) row.get(1)));
        return new Composite<>(
                SeatSnapshot.class,
                List.of(
                        Component.of("seatId", seatId, SeatSnapshot::seatId),
                        Component.of("taken", Shape.of(boolean.class), SeatSnapshot::taken)),
                SeatCacheModel::read);
    }
}
