package ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Date;
import java.util.List;

public final class Probe {
    private static OrderLineId id(long no, long placed) {
        OrderLineId id = new OrderLineId();
        set(id, "orderNo", no);
        set(id, "position", "a");
        set(id, "placed", new Date(placed));
        return id;
    }

    private static void set(Object target, String field, Object value) {
        try {
            java.lang.reflect.Field declared = target.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            declared.set(target, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    public static void aMutableIdIsCopiedInAndOut() {
        OrderLine line = new OrderLine();
        OrderLineId id = id(1, 1);
        set(line, "id", id);

        OrderLineSnapshot snapshot = OrderLineSnapshot.of(line);
        set(id, "orderNo", 2L);
        set(snapshot.id(), "orderNo", 3L);

        assertThat(snapshot.id()).isEqualTo(id(1, 1)).isNotSameAs(snapshot.id());
    }

    public static void theKeyOfAMutableIdIsCopiedDeeply() {
        OrderLineId id = id(1, 1);
        OrderLineId copy = OrderLineCacheModel.ID.copy().apply(id);

        set(id, "orderNo", 2L);

        assertThat(copy).isEqualTo(id(1, 1));
        assertThat(OrderLineCacheModel.ID.parts().apply(copy)).isEqualTo(Arrays.asList(1L, "a", new Date(1)));
    }

    public static void anIdClassIsMadeOfItsParts() {
        EnrolmentSnapshot snapshot = new EnrolmentSnapshot(5L, 2026, null);

        Enrolment.Key key = EnrolmentCacheModel.ID.of().apply(snapshot);

        assertThat(key.getStudent()).isEqualTo(5L);
        assertThat(key.year).isEqualTo(2026);
        assertThat(snapshot.id()).isEqualTo(key);
        assertThat(EnrolmentCacheModel.ID.copy().apply(key)).isEqualTo(key).isNotSameAs(key);
        assertThat(EnrolmentCacheModel.ID.parts().apply(key)).isEqualTo(List.of(5L, 2026));
        assertThat(new PriceSnapshot("s", "EUR", 1).id()).isEqualTo(new Price.Key("s", "EUR"));
    }

    public static void aKeyThatIsAMutableIdIsCopied() {
        OrderLineId id = id(1, 1);
        NoteCache.LineIdAndAuthor key =
                NoteCacheModel.LINE_ID_AND_AUTHOR.copy().apply(new NoteCache.LineIdAndAuthor(id, "x"));

        set(id, "orderNo", 2L);

        assertThat(key.lineId()).isEqualTo(id(1, 1));
    }
}
