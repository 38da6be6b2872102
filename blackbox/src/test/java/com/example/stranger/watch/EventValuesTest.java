package com.example.stranger.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.ids.Seat;
import com.example.blackbox.ids.SeatCache;
import com.example.blackbox.ids.SeatId;
import com.example.blackbox.ids.SeatSnapshot;
import com.example.stranger.support.Unit;
import io.turnkey.CacheEvent.ItemCreated;
import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.CacheEvent.ItemRemoved;
import io.turnkey.CacheEvent.ItemUpdated;
import io.turnkey.CacheEvent.OfRow;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What an event carries belongs to who hears it")
@Tag("F80")
class EventValuesTest {
    private final Unit unit = new Unit(Seat.class, Subscriber.class);
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    @Tag("H17")
    void whoChangesAnIdThatItHeardOfChangesNothingThatMemoryFindsItsRowsBy() {
        Seat seat = new Seat();
        seat.seatId = new SeatId("north", 1);
        seat.label = "N1";
        seat.note = "old";
        unit.write(em -> em.persist(seat));
        try (SeatCache seats = SeatCache.builder()
                .configure(o -> o.load(LoadMode.LAZY))
                .on(OfRow.class, event -> {
                    ((SeatId) event.id()).setHall("south");
                    heard.accept(event);
                })
                .open(unit.factory())) {
            seats.getByLabel("N1");
            heard.await(ItemLoaded.class, 1);
            assertThat(seats.isCachedById(new SeatId("north", 1))).isTrue();

            unit.write(em -> em.find(Seat.class, new SeatId("north", 1)).note = "new");
            heard.await(ItemUpdated.class, 1);

            assertThat(seats.getByLabel("N1")).map(SeatSnapshot::note).contains("new");
            assertThat(seats.getById(new SeatId("north", 1)))
                    .map(SeatSnapshot::note)
                    .contains("new");
            assertThat(seats.size()).isEqualTo(1);
        }
    }

    @Test
    void keysAreInTheModelsOrderAndNoListenerChangesThemForAnother() {
        try (SubscriberCache subscribers = SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.LAZY))
                .on(OfRow.class, heard)
                .open(unit.factory())) {
            unit.write(em -> em.persist(new Subscriber(1L, "mail", "login", "free", "body")));
            subscribers.getById(1L);
            unit.write(em -> em.find(Subscriber.class, 1L).tier = "paid");
            unit.write(em -> em.remove(em.find(Subscriber.class, 1L)));

            heard.await(ItemRemoved.class, 1);
        }
        List<Map<String, Object>> keys = List.of(
                heard.of(ItemCreated.class).get(0).keys(),
                heard.of(ItemLoaded.class).get(0).keys(),
                heard.of(ItemUpdated.class).get(0).keys(),
                heard.of(ItemRemoved.class).get(0).keys());
        assertThat(keys)
                .allSatisfy(each -> assertThat(each).isUnmodifiable())
                .allSatisfy(each -> assertThat(each.keySet()).containsExactly("email", "tier", "tenantAndLogin"));
    }

    @Test
    @Tag("F84")
    void neitherThoseOfACacheInMemory() {
        SubscriberCache.InMemory subscribers = SubscriberCache.inMemory(List.of());
        subscribers.on(OfRow.class, heard);

        subscribers.put(new Subscriber(1L, "mail", "login", "free", "body"));
        subscribers.remove(1L);

        assertThat(heard.of(ItemCreated.class).get(0).keys()).isUnmodifiable();
        assertThat(heard.of(ItemRemoved.class).get(0).keys()).isUnmodifiable();
    }
}
