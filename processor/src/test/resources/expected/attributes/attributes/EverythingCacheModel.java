package attributes;

import io.turnkey.CacheOptions;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CollectionPath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What the runtime knows of {@link Everything}. */
@GeneratedModel(
        name = "Everything",
        entity = Everything.class,
        cache = EverythingCache.class
)
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public final class EverythingCacheModel {
    static final KeyModel<EverythingSnapshot, UUID> ID = KeyModel.unique(
            "id",
            UUID.class,
            "getById",
            AttributePath.of("id"),
            EverythingSnapshot::id);

    static final KeyModel<EverythingSnapshot, Integer> NUMBER = KeyModel.listed(
            "number",
            Integer.class,
            "listByNumber",
            AttributePath.of("number"),
            EverythingSnapshot::number);

    static final KeyModel<EverythingSnapshot, String> COUNTRY_ID = KeyModel.listed(
            "countryId",
            String.class,
            "listByCountryId",
            AttributePath.idOf("country"),
            EverythingSnapshot::countryId);

    static final KeyModel<EverythingSnapshot, EverythingCache.Spot> SPOT = new KeyModel<>(
            "spot",
            EverythingCache.Spot.class,
            false,
            "listBySpot",
            List.of(
                    AttributePath.of("place.geo.latitude"),
                    AttributePath.of("price.currency"),
                    AttributePath.of("number")),
            EverythingCacheModel::spotOf,
            key -> List.of(key.placeGeoLatitude(), key.priceCurrency(), key.number()),
            UnaryOperator.identity());

    private static final Projection<EverythingSnapshot> PROJECTION = new Projection<>(
            Everything.class,
            List.of(
                    AttributePath.of("id"),
                    AttributePath.of("label"),
                    AttributePath.of("born"),
                    AttributePath.of("calendar"),
                    AttributePath.of("changed"),
                    AttributePath.of("revision"),
                    AttributePath.of("pin"),
                    AttributePath.of("weight"),
                    AttributePath.of("ratio"),
                    AttributePath.of("active"),
                    AttributePath.of("day"),
                    AttributePath.of("colour"),
                    AttributePath.of("number"),
                    AttributePath.of("words"),
                    AttributePath.of("place.geo.latitude"),
                    AttributePath.of("place.geo.height"),
                    AttributePath.of("place.geo.zone"),
                    AttributePath.idOf("place.country"),
                    AttributePath.of("place.map"),
                    AttributePath.of("price.amount"),
                    AttributePath.of("price.currency"),
                    AttributePath.idOf("country"),
                    AttributePath.of("wait"),
                    AttributePath.of("hashCode"),
                    AttributePath.of("object"),
                    AttributePath.of("other"),
                    AttributePath.of("element"),
                    AttributePath.of("everything"),
                    AttributePath.of("secretKey"),
                    AttributePath.of("tiles"),
                    AttributePath.of("visits"),
                    AttributePath.of("palette"),
                    AttributePath.of("marks"),
                    AttributePath.of("index"),
                    AttributePath.of("icons"),
                    AttributePath.of("pages"),
                    AttributePath.of("columns")),
            List.of(
                    new CollectionPath("place.names", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("")), ""),
                    new CollectionPath("dates", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("")), ""),
                    new CollectionPath("blobs", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("")), ""),
                    new CollectionPath("files", CollectionPath.Kind.MAP, List.of(AttributePath.of("")), ""),
                    new CollectionPath("points", CollectionPath.Kind.MAP, List.of(
                            AttributePath.of("latitude"),
                            AttributePath.of("height"),
                            AttributePath.of("zone")), ""),
                    new CollectionPath("prices", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("amount"), AttributePath.of("currency")), "currency DESC"),
                    new CollectionPath("sorted", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("")), ""),
                    new CollectionPath("bag", CollectionPath.Kind.PLAIN, List.of(AttributePath.of("")), ""),
                    new CollectionPath("countries", CollectionPath.Kind.PLAIN, List.of(AttributePath.idOf("")), "")),
            EverythingCacheModel::read);

    static final EntityModel<Everything, EverythingSnapshot, UUID> MODEL = EntityModel
            .<Everything, EverythingSnapshot, UUID>builder(1, "Everything", Everything.class, EverythingSnapshot.class)
            .options(CacheOptions.builder()
                    .ttl(Duration.ofMinutes(90))
                    .build())
            .id(ID)
            .keys(List.of(NUMBER, COUNTRY_ID, SPOT))
            .projection(PROJECTION)
            .shape(EverythingCacheModel::shape)
            .of(EverythingSnapshot::of)
            .version(EverythingSnapshot::revision)
            .updatedAt("changed")
            .build();

    private EverythingCacheModel() {}

    private static EverythingCache.@Nullable Spot spotOf(EverythingSnapshot snapshot) {
        Double placeGeoLatitude = snapshot.place() == null || snapshot.place().geo() == null ? null : snapshot.place().geo().latitude();
        String priceCurrency = snapshot.price() == null ? null : snapshot.price().currency();
        return placeGeoLatitude == null || priceCurrency == null ? null : new EverythingCache.Spot(placeGeoLatitude, priceCurrency, snapshot.number());
    }

    private static EverythingSnapshot read(Row row) {
        return new EverythingSnapshot(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                new EverythingSnapshot.PlaceSnapshot(
                        row.allNull(14, 17) ? null : new EverythingSnapshot.GeoSnapshot(row.get(14), row.get(15), row.get(16)),
                        row.get(17),
                        row.list(0, element -> element.get(0)),
                        row.get(18)),
                row.allNull(19, 21) ? null : new Money(row.<BigDecimal>get(19), row.<String>get(20)),
                row.list(1, element -> element.get(0)),
                row.list(2, element -> element.get(0)),
                row.map(3, element -> element.get(1), element -> element.get(0)),
                row.map(4, element -> element.get(3), element -> element.allNull(0, 3) ? null : new EverythingSnapshot.GeoSnapshot(element.get(0), element.get(1), element.get(2))),
                row.list(5, element -> element.allNull(0, 2) ? null : new Money(element.<BigDecimal>get(0), element.<String>get(1))),
                row.set(6, element -> element.get(0)),
                row.list(7, element -> element.get(0)),
                row.get(21),
                row.set(8, element -> element.get(0)),
                row.get(22),
                row.get(23),
                row.get(24),
                row.get(25),
                row.get(26),
                row.get(27),
                row.get(28),
                row.get(29),
                row.get(30),
                row.get(31),
                row.get(32),
                row.get(33),
                row.get(34),
                row.get(35),
                row.get(36));
    }

    private static Composite<EverythingSnapshot> shape() {
        Composite<EverythingSnapshot.GeoSnapshot> geo = new Composite<>(
                EverythingSnapshot.GeoSnapshot.class,
                List.of(
                        Component.of("latitude", Shape.of(double.class), EverythingSnapshot.GeoSnapshot::latitude),
                        Component.of("height", Shape.of(float.class), EverythingSnapshot.GeoSnapshot::height),
                        Component.of("zone", Shape.of(Byte.class), EverythingSnapshot.GeoSnapshot::zone)),
                row -> new EverythingSnapshot.GeoSnapshot(row.get(0), row.get(1), row.get(2)));
        Composite<EverythingSnapshot.PlaceSnapshot> place = new Composite<>(
                EverythingSnapshot.PlaceSnapshot.class,
                List.of(
                        Component.of("geo", geo, EverythingSnapshot.PlaceSnapshot::geo),
                        Component.of("countryId", "country", Shape.of(String.class), EverythingSnapshot.PlaceSnapshot::countryId),
                        Component.of("names", Shape.list(Shape.of(String.class)), EverythingSnapshot.PlaceSnapshot::names),
                        Component.of("map", Shape.of(byte[].class), EverythingSnapshot.PlaceSnapshot::map)),
                row -> new EverythingSnapshot.PlaceSnapshot(row.get(0), row.get(1), row.get(2), row.get(3)));
        Composite<Money> money = new Composite<>(
                Money.class,
                List.of(
                        Component.of("amount", Shape.of(BigDecimal.class), Money::amount),
                        Component.of("currency", Shape.of(String.class), Money::currency)),
                row -> new Money(row.<BigDecimal>get(0), row.<String>get(1)));
        return new Composite<>(
                EverythingSnapshot.class,
                List.<Component<EverythingSnapshot>>of(
                        Component.of("id", Shape.of(UUID.class), EverythingSnapshot::id),
                        Component.of("label", Shape.of(String.class), EverythingSnapshot::label),
                        Component.of("born", Shape.of(Date.class), EverythingSnapshot::born),
                        Component.of("calendar", Shape.of(Calendar.class), EverythingSnapshot::calendar),
                        Component.of("changed", Shape.of(Timestamp.class), EverythingSnapshot::changed),
                        Component.of("revision", Shape.of(Long.class), EverythingSnapshot::revision),
                        Component.of("pin", Shape.of(char[].class), EverythingSnapshot::pin),
                        Component.of("weight", Shape.of(double.class), EverythingSnapshot::weight),
                        Component.of("ratio", Shape.of(float.class), EverythingSnapshot::ratio),
                        Component.of("active", Shape.of(boolean.class), EverythingSnapshot::active),
                        Component.of("day", Shape.of(LocalDate.class), EverythingSnapshot::day),
                        Component.of("colour", Shape.of(Everything.Colour.class), EverythingSnapshot::colour),
                        Component.of("number", Shape.of(int.class), EverythingSnapshot::number),
                        Component.of("words", Shape.list(Shape.of(String.class)), EverythingSnapshot::words),
                        Component.of("place", place, EverythingSnapshot::place),
                        Component.of("price", money, EverythingSnapshot::price),
                        Component.of("dates", Shape.list(Shape.of(Date.class)), EverythingSnapshot::dates),
                        Component.of("blobs", Shape.list(Shape.of(byte[].class)), EverythingSnapshot::blobs),
                        Component.of("files", Shape.map(Shape.of(String.class), Shape.of(byte[].class)), EverythingSnapshot::files),
                        Component.of("points", Shape.map(Shape.of(Everything.Colour.class), geo), EverythingSnapshot::points),
                        Component.of("prices", Shape.list(money), EverythingSnapshot::prices),
                        Component.of("sorted", Shape.set(Shape.of(String.class)), EverythingSnapshot::sorted),
                        Component.of("bag", Shape.list(Shape.of(Integer.class)), EverythingSnapshot::bag),
                        Component.of("countryId", "country", Shape.of(String.class), EverythingSnapshot::countryId),
                        Component.of("countryIds", "countries", Shape.set(Shape.of(String.class)), EverythingSnapshot::countryIds),
                        Component.of("wait_", "wait", Shape.of(String.class), EverythingSnapshot::wait_),
                        Component.of("hashCode_", "hashCode", Shape.of(String.class), EverythingSnapshot::hashCode_),
                        Component.of("object", Shape.of(String.class), EverythingSnapshot::object),
                        Component.of("other", Shape.of(String.class), EverythingSnapshot::other),
                        Component.of("element", Shape.of(String.class), EverythingSnapshot::element),
                        Component.of("everything", Shape.of(String.class), EverythingSnapshot::everything),
                        Component.of("secretKey", Shape.of(String.class), EverythingSnapshot::secretKey),
                        Component.of("tiles", Shape.of(byte[][].class), EverythingSnapshot::tiles),
                        Component.of("visits", Shape.of(Date[].class), EverythingSnapshot::visits),
                        Component.of("palette", Shape.set(Shape.of(Everything.Colour.class)), EverythingSnapshot::palette),
                        Component.of("marks", Shape.list(Shape.of(Date.class)), EverythingSnapshot::marks),
                        Component.of("index", Shape.map(Shape.of(String.class), Shape.list(Shape.of(Integer.class))), EverythingSnapshot::index),
                        Component.of("icons", Shape.map(Shape.of(String.class), Shape.of(byte[].class)), EverythingSnapshot::icons),
                        Component.of("pages", Shape.map(Shape.of(String.class), Shape.list(Shape.of(byte[].class))), EverythingSnapshot::pages),
                        Component.of("columns", Shape.of(List[].class), EverythingSnapshot::columns)),
                EverythingCacheModel::make);
    }

    private static EverythingSnapshot make(Row row) {
        return new EverythingSnapshot(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14),
                row.get(15),
                row.get(16),
                row.get(17),
                row.get(18),
                row.get(19),
                row.get(20),
                row.get(21),
                row.get(22),
                row.get(23),
                row.get(24),
                row.get(25),
                row.get(26),
                row.get(27),
                row.get(28),
                row.get(29),
                row.get(30),
                row.get(31),
                row.get(32),
                row.get(33),
                row.get(34),
                row.get(35),
                row.get(36),
                row.get(37),
                row.get(38),
                row.get(39));
    }
}
