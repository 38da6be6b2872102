package com.example.stranger.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.Call;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.fresh.Gate;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Closed;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.ItemCreated;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.CacheEvent.ItemUpdated;
import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.Subscription;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("A listener harms no one")
@Tag("F80")
class ListenersTest extends FreshTest {
    /** How many events of rows wait for a listener, as the documentation says. */
    private static final int ROOM = 10_000;

    private final Heard heard = new Heard();

    ListenersTest(Database database) {
        super(database);
    }

    @Test
    void thatDoesNotReturnHoldsUpNeitherReadsNorCommitsNorOthers() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate gate = new Gate();
        subscribers.on(CacheEvent.class, event -> gate.pass());
        subscribers.on(CacheEvent.class, heard);
        try {
            subscribers.getById(1L);
            gate.awaitArrival();

            Call.toRun(() -> change(1, s -> s.body = "new")).result();
            agrees(subscribers);

            assertThat(heard.await(ItemUpdated.class, 1)).hasSize(1);
        } finally {
            gate.open();
        }
    }

    @Test
    void thatThrowsGoesOnAndSoDoOthers() {
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        subscribers.on(ItemCreated.class, event -> {
            throw new IllegalStateException("first");
        });
        subscribers.on(ItemCreated.class, event -> {
            heard.accept(event);
            throw new AssertionError("second");
        });

        persist(subscriber(1, "one"));
        persist(subscriber(2, "two"));

        assertThat(heard.await(ItemCreated.class, 2))
                .extracting(ItemCreated::id)
                .containsExactly(1L, 2L);
        agrees(subscribers);
    }

    @Test
    void thatHearsManyWritersHearsEachOfTheirCommitsOnceAndInItsOrder() {
        int writers = 4;
        int commits = 25;
        LongStream.rangeClosed(1, writers).forEach(id -> persist(subscriber(id, "0")));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Heard other = new Heard();
        Gate slow = new Gate();
        subscribers.on(ItemUpdated.class, heard);
        subscribers.on(ItemUpdated.class, event -> {
            slow.pass();
            other.accept(event);
            throw new IllegalStateException("a bug");
        });

        List<Call<Boolean>> calls = LongStream.rangeClosed(1, writers)
                .mapToObj(id -> Call.toRun(() -> {
                    for (int n = 1; n <= commits; n++) {
                        String email = id + "-" + n;
                        change(id, s -> s.email = email);
                        subscribers.getById(id);
                    }
                }))
                .toList();
        calls.forEach(Call::result);
        slow.open();
        subscribers.close();

        for (Heard each : List.of(heard, other)) {
            assertThat(each.all()).hasSize(writers * commits);
            for (long id = 1; id <= writers; id++) {
                long writer = id;
                assertThat(each.of(ItemUpdated.class))
                        .filteredOn(event -> event.id().equals(writer))
                        .extracting(event -> event.keys().get("email"))
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, commits)
                                .<Object>mapToObj(n -> writer + "-" + n)
                                .toList());
            }
        }
    }

    @Test
    @Tag("F77")
    void thatClosesTheGroupHearsTheLastOfAllOfIt() {
        CacheGroup caches = GeneratedCaches.all()
                .name("closing")
                .only(SubscriberCache.class, BranchCache.class)
                .defaults(o -> o.load(LoadMode.LAZY))
                .on(CacheEvent.class, heard)
                .open(unit.factory());
        Gate closed = new Gate();
        caches.on(ItemCreated.class, event -> {
            caches.close();
            closed.open();
        });

        persist(subscriber(1, "one"));

        closed.pass();
        assertThat(heard.of(Closed.class)).hasSize(3);
        assertThat(heard.all()).last().isEqualTo(new Closed("closing"));
        assertThatIllegalStateException().isThrownBy(() -> caches.on(CacheEvent.class, heard));
        assertThatIllegalStateException()
                .isThrownBy(() -> caches.get(SubscriberCache.class).on(CacheEvent.class, heard));
    }

    @Test
    void thatReadsAndWritesGetsTheEventsOfThatToo() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        subscribers.on(CacheEvent.class, heard);
        subscribers.on(ItemLoaded.class, event -> {
            if (event.id().equals(1L)) {
                change(2, s -> s.body = "written by a listener");
                subscribers.getById(2L);
                subscribers.invalidateById(2L);
            }
        });

        subscribers.getById(1L);

        assertThat(heard.await(ItemInvalidated.class, 1)).hasSize(1);
        assertThat(heard.all())
                .extracting(Object::getClass)
                .containsExactly(ItemLoaded.class, ItemUpdated.class, ItemLoaded.class, ItemInvalidated.class);
    }

    @Test
    @Tag("F50")
    void thatClosesTheCacheDoesNotBreakTheCommitThatItHearsOf() {
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate closed = new Gate();
        subscribers.on(ItemCreated.class, event -> {
            subscribers.close();
            closed.open();
        });

        persist(subscriber(1, "one"));

        closed.pass();
        assertThatIllegalStateException()
                .isThrownBy(() -> subscribers.getById(1L))
                .withMessageContaining("Subscriber");
        agrees(subscribers(LoadMode.LAZY));
    }

    @Test
    void thatUnsubscribesItselfHearsNothingMore() {
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Heard once = new Heard();
        AtomicReference<Subscription> own = new AtomicReference<>();
        own.set(subscribers.on(ItemCreated.class, event -> {
            once.accept(event);
            own.get().close();
        }));
        subscribers.on(ItemCreated.class, heard);

        write(em -> LongStream.rangeClosed(1, 50).forEach(id -> em.persist(subscriber(id, "row"))));

        heard.await(ItemCreated.class, 50);
        persist(subscriber(51, "last"));
        heard.await(ItemCreated.class, 51);
        assertThat(once.all()).hasSize(1);
    }

    @Test
    @Tag("F81")
    void thatCannotKeepUpLosesTheOldestRowsNoFailureAndNoClearAndThatIsCounted() {
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Gate gate = new Gate();
        subscribers.on(CacheEvent.class, event -> {
            gate.pass();
            heard.accept(event);
        });
        try {
            subscribers.invalidateById(0L);
            gate.awaitArrival();
            unit.loads().cut(true);
            assertThat(Call.to(() -> fails(subscribers)).result()).isTrue();
            subscribers.invalidateMany(
                    LongStream.rangeClosed(1, ROOM + 500).boxed().toList());
            subscribers.clear();

            assertThat(subscribers.stats().droppedEvents()).isEqualTo(500);
        } finally {
            gate.open();
        }
        List<Cleared> last = heard.await(Cleared.class, 1);

        assertThat(heard.all()).last().isEqualTo(last.get(0));
        assertThat(heard.of(Failed.class)).hasSize(1);
        assertThat(heard.all()).element(1).isInstanceOf(Failed.class);
        assertThat(heard.of(ItemInvalidated.class))
                .hasSize(ROOM + 1)
                .element(1)
                .isEqualTo(new ItemInvalidated("Subscriber", 501L));
        assertThat(subscribers.stats().droppedEvents()).isEqualTo(500);
    }

    private static boolean fails(SubscriberCache subscribers) {
        try {
            subscribers.getById(1L);
            return false;
        } catch (CacheLoadException e) {
            return true;
        }
    }
}
