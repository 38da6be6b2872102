package attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.spi.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

public final class Probe {
    private static final UUID ID = new UUID(1, 2);

    private static Everything entity() {
        Everything entity = new Everything();
        entity.id(ID);
        return entity;
    }

    public static void mutableValuesAreCopiedIn() {
        Everything entity = entity();
        entity.born = new Date(1);
        entity.calendar = Calendar.getInstance();
        entity.calendar.setTimeInMillis(1);
        entity.pin = new char[] {'a'};
        entity.dates.add(new Date(1));
        entity.blobs.add(new byte[] {1});
        entity.bag.add(1);
        entity.sorted = new TreeSet<>(List.of("b", "a"));

        EverythingSnapshot snapshot = EverythingSnapshot.of(entity);
        entity.born.setTime(2);
        entity.calendar.setTimeInMillis(2);
        entity.pin[0] = 'b';
        entity.dates.get(0).setTime(2);
        entity.blobs.get(0)[0] = 2;
        entity.bag.add(2);
        entity.sorted.clear();

        assertThat(snapshot.born()).hasTime(1);
        assertThat(snapshot.calendar().getTimeInMillis()).isEqualTo(1);
        assertThat(snapshot.pin()).containsExactly('a');
        assertThat(snapshot.dates()).containsExactly(new Date(1));
        assertThat(snapshot.blobs().get(0)).containsExactly(1);
        assertThat(snapshot.bag()).containsExactly(1);
        assertThat(snapshot.sorted()).containsExactly("a", "b");
    }

    public static void mutableValuesAreCopiedOut() {
        Everything entity = entity();
        entity.born = new Date(1);
        entity.pin = new char[] {'a'};
        entity.dates.add(new Date(1));
        entity.blobs.add(new byte[] {1});
        entity.place = new Place();
        entity.place.map = new byte[] {1};
        EverythingSnapshot snapshot = EverythingSnapshot.of(entity);

        snapshot.born().setTime(2);
        snapshot.pin()[0] = 'b';
        snapshot.dates().get(0).setTime(2);
        snapshot.blobs().get(0)[0] = 2;
        snapshot.place().map()[0] = 2;

        assertThat(snapshot).isEqualTo(EverythingSnapshot.of(entity));
        assertThatThrownBy(() -> snapshot.bag().add(1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> snapshot.sorted().add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> snapshot.points().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Everything severalInOneColumn() {
        Everything entity = entity();
        entity.tiles = new byte[][] {{1}, null};
        entity.visits = new Date[] {new Date(1), null};
        entity.palette = new LinkedHashSet<>(List.of(Everything.Colour.RED));
        entity.marks = new ArrayList<>(List.of(new Date(1)));
        entity.index = new HashMap<>(Map.of("a", new ArrayList<>(List.of(1))));
        entity.icons = new HashMap<>(Map.of("a", new byte[] {1}));
        entity.pages = new HashMap<>(Map.of("a", new ArrayList<>(List.of(new byte[] {1}))));
        entity.columns = columns();
        return entity;
    }

    /** As everybody makes them: Java has no {@code new List<String>[1]}. */
    @SuppressWarnings("unchecked")
    private static List<String>[] columns() {
        ArrayList<String>[] columns = new ArrayList[1];
        columns[0] = new ArrayList<>(List.of("a"));
        return columns;
    }

    public static void severalValuesInOneColumnAreCopiedInAndOut() {
        Everything entity = severalInOneColumn();
        EverythingSnapshot expected = EverythingSnapshot.of(severalInOneColumn());
        EverythingSnapshot snapshot = EverythingSnapshot.of(entity);

        entity.tiles[0][0] = 2;
        entity.visits[0].setTime(2);
        entity.palette.clear();
        entity.marks.get(0).setTime(2);
        entity.index.get("a").add(2);
        entity.icons.get("a")[0] = 2;
        entity.pages.get("a").get(0)[0] = 2;
        entity.columns[0].add("b");
        snapshot.tiles()[0][0] = 2;
        snapshot.visits()[0].setTime(2);
        snapshot.marks().get(0).setTime(2);
        snapshot.icons().get("a")[0] = 2;
        snapshot.pages().get("a").get(0)[0] = 2;
        snapshot.columns()[0] = null;

        assertThat(snapshot).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(EverythingSnapshot.of(entity)).isNotEqualTo(expected);
        assertThatThrownBy(() -> snapshot.palette().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> snapshot.marks().add(null)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> snapshot.index().get("a").add(2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> snapshot.icons().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    public static void arraysInArraysAreCompared() {
        Everything entity = severalInOneColumn();
        EverythingSnapshot snapshot = EverythingSnapshot.of(entity);

        entity.tiles[0][0] = 2;

        assertThat(EverythingSnapshot.of(entity)).isNotEqualTo(snapshot);
        entity.tiles[0][0] = 1;
        assertThat(EverythingSnapshot.of(entity)).isEqualTo(snapshot);
        entity.icons.get("a")[0] = 2;
        assertThat(EverythingSnapshot.of(entity)).isNotEqualTo(snapshot);
        entity.icons.get("a")[0] = 1;
        assertThat(EverythingSnapshot.of(entity)).isEqualTo(snapshot);
        entity.pages.get("a").get(0)[0] = 2;
        assertThat(EverythingSnapshot.of(entity)).isNotEqualTo(snapshot);
    }

    public static void equalContentMakesEqualSnapshots() {
        Everything one = entity();
        Everything other = entity();
        for (Everything each : List.of(one, other)) {
            each.pin = new char[] {'a'};
            each.blobs = new ArrayList<>(List.of(new byte[] {1}, new byte[] {2}));
            each.files(Map.of("a", new byte[] {1}));
            each.weight = Double.NaN;
            each.place = new Place();
            each.place.map = new byte[] {3};
        }

        assertThat(EverythingSnapshot.of(one)).isEqualTo(EverythingSnapshot.of(other)).hasSameHashCodeAs(EverythingSnapshot.of(other));

        other.blobs.get(1)[0] = 3;
        assertThat(EverythingSnapshot.of(one)).isNotEqualTo(EverythingSnapshot.of(other));
        other.blobs.get(1)[0] = 2;
        other.files(Map.of("a", new byte[] {2}));
        assertThat(EverythingSnapshot.of(one)).isNotEqualTo(EverythingSnapshot.of(other));
        other.files(Map.of("a", new byte[] {1}));
        other.place.map[0] = 4;
        assertThat(EverythingSnapshot.of(one)).isNotEqualTo(EverythingSnapshot.of(other));
    }

    public static void nullStaysNull() {
        Everything entity = entity();
        entity.bag = null;
        entity.sorted = null;
        entity.points = null;

        EverythingSnapshot snapshot = EverythingSnapshot.of(entity);

        assertThat(snapshot.bag()).isNull();
        assertThat(snapshot.sorted()).isNull();
        assertThat(snapshot.points()).isNull();
        assertThat(snapshot.place()).isNull();
        assertThat(snapshot.countryId()).isNull();
        assertThat(snapshot.pin()).isNull();
    }

    public static void aMissingIdIsNamed() {
        assertThatThrownBy(() -> EverythingSnapshot.of(new Everything()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id");
    }

    public static void secretsAreHiddenAndArraysAreTheirLength() {
        Everything entity = entity();
        entity.secretKey = "topsecret";
        entity.pin = new char[] {'1', '2'};
        entity.place = new Place();
        entity.place.map = new byte[7];

        assertThat(EverythingSnapshot.of(entity).toString())
                .startsWith("EverythingSnapshot[id=" + ID + ", ")
                .contains("pin=***", "secretKey=***", "map=byte[7]")
                .doesNotContain("topsecret", "12");
    }

    public static void aRowBecomesASnapshot() {
        Object[] values = {
            ID, "label", new Date(1), null, null, 3L, null, 1.5, 2.5f, true, LocalDate.EPOCH, Everything.Colour.RED, 7,
            List.of("w"), null, null, null, "AT", null, BigDecimal.TEN, "EUR", "DE", "w", "h", "o", "o2", "e", "ev", "s", null, null, null,
            null, null, null, null, null
        };
        Row money = Row.element(new Object[] {BigDecimal.ONE, "USD"});
        Row point = Row.element(new Object[] {1.0, 2f, null, Everything.Colour.RED});
        Row file = Row.element(new Object[] {new byte[] {1}, "f"});
        Row row = new Row(
                values,
                List.of(
                        List.of(Row.element(new Object[] {"n"})),
                        List.of(),
                        List.of(),
                        List.of(file),
                        List.of(point),
                        List.of(money),
                        List.of(),
                        List.of(Row.element(new Object[] {2})),
                        List.of(Row.element(new Object[] {"AT"}), Row.element(new Object[] {"DE"}))));

        EverythingSnapshot snapshot =
                EverythingCacheModel.MODEL.projections().get(0).reader().apply(row);

        assertThat(snapshot.id()).isEqualTo(ID);
        assertThat(snapshot.weight()).isEqualTo(1.5);
        assertThat(snapshot.place().geo()).isNull();
        assertThat(snapshot.place().countryId()).isEqualTo("AT");
        assertThat(snapshot.place().names()).containsExactly("n");
        assertThat(snapshot.price()).isEqualTo(new Money(BigDecimal.TEN, "EUR"));
        assertThat(snapshot.files().get("f")).containsExactly(1);
        assertThat(snapshot.points().get(Everything.Colour.RED).height()).isEqualTo(2f);
        assertThat(snapshot.prices()).containsExactly(new Money(BigDecimal.ONE, "USD"));
        assertThat(snapshot.bag()).containsExactly(2);
        assertThat(snapshot.countryId()).isEqualTo("DE");
        assertThat(snapshot.countryIds()).containsExactly("AT", "DE");
        assertThat(snapshot.secretKey()).isEqualTo("s");
        assertThat(EverythingCacheModel.MODEL.version().apply(snapshot)).isEqualTo(3L);
    }

    public static void anEmbeddableWhoseColumnsAreAllNullIsNull() {
        Object[] values = new Object[37];
        values[0] = ID;
        values[7] = 0.0;
        values[8] = 0f;
        values[9] = false;
        values[12] = 0;
        Row row = new Row(values, Arrays.asList(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));

        EverythingSnapshot snapshot =
                EverythingCacheModel.MODEL.projections().get(0).reader().apply(row);

        assertThat(snapshot.price()).isNull();
        assertThat(EverythingCacheModel.SPOT.of().apply(snapshot)).isNull();
    }

    public static void aCompositeKeyFollowsEmbeddables() {
        Everything entity = entity();
        entity.number = 4;
        entity.price = new Money(BigDecimal.ONE, "EUR");
        entity.place = new Place();
        assertThat(EverythingCacheModel.SPOT.of().apply(EverythingSnapshot.of(entity))).isNull();

        entity.place.geo = new Geo();
        entity.place.geo.latitude = 48;
        EverythingCache.Spot spot = EverythingCacheModel.SPOT.of().apply(EverythingSnapshot.of(entity));

        assertThat(spot).isEqualTo(new EverythingCache.Spot(48, "EUR", 4));
        assertThat(EverythingCacheModel.SPOT.parts().apply(spot)).isEqualTo(List.of(48.0, "EUR", 4));
        assertThatThrownBy(() -> new EverythingCache.Spot(1, null, 2))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("priceCurrency");
    }
}
