package com.example.stranger.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("What gives way when there is no more room, and what does not")
class CapacityTest extends FreshTest {
    CapacityTest(Database database) {
        super(database);
    }

    private void rows(long from, long to) {
        write(em -> LongStream.rangeClosed(from, to).forEach(id -> em.persist(subscriber(id, "body"))));
    }

    /** Asks for a row that does not exist, and answers whether the database was asked. */
    private static boolean isAsked(SubscriberCache subscribers, String email) {
        long before = subscribers.stats().loads();
        assertThat(subscribers.getByEmail(email)).isEmpty();
        return subscribers.stats().loads() > before;
    }

    @Test
    @Tag("F27")
    void rememberedAbsencesGiveWayToEachOtherInTheOrderInWhichTheyCameAndNeverTakeARowsPlace() {
        rows(1, 3);
        SubscriberCache subscribers = open(SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.LAZY).maxSize(3).negativeTtl(Duration.ofHours(1))));
        assertThat(subscribers.getManyById(List.of(1L, 2L, 3L))).hasSize(3);
        List.of("a", "b", "c")
                .forEach(email -> assertThat(isAsked(subscribers, email)).isTrue());
        List.of("a", "b", "c")
                .forEach(email -> assertThat(isAsked(subscribers, email)).isFalse());

        assertThat(isAsked(subscribers, "d")).isTrue();

        assertThat(isAsked(subscribers, "b")).isFalse();
        assertThat(isAsked(subscribers, "c")).isFalse();
        assertThat(isAsked(subscribers, "d")).isFalse();
        assertThat(isAsked(subscribers, "a")).as("the first that came").isTrue();
        assertThat(isAsked(subscribers, "c")).isFalse();
        assertThat(isAsked(subscribers, "b")).as("the next").isTrue();
        for (int n = 0; n < 1_000; n++) {
            isAsked(subscribers, "nobody" + n);
        }
        assertThat(subscribers.cached()).extracting(SubscriberSnapshot::id).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(subscribers.stats().evictions()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "LAZY"})
    @Tag("F21")
    @Tag("F29")
    @Tag("F41")
    void aSyncOfATableThatIsTooLongEvictsNothing(LoadMode load) {
        rows(1, 50);
        SubscriberCache subscribers =
                open(SubscriberCache.builder().configure(o -> o.load(load).maxSize(50)));
        List<Long> cached = LongStream.rangeClosed(1, 50).boxed().toList();
        cached.forEach(subscribers::getById);
        // Before those that are cached, by whatever order a database may read them in, and after.
        jdbc("insert into Subscriber (id, email, tenant, login, tier, body, version)"
                + " select -id, 'other' || id, 2, login, tier, body, 0 from Subscriber");
        jdbc("insert into Subscriber (id, email, tenant, login, tier, body, version)"
                + " select id + 1000, 'third' || id, 3, login, tier, body, 0 from Subscriber where id > 0");
        jdbc("update Subscriber set body = 'new', version = version + 1 where id between 1 and 10");

        subscribers.sync(SyncMode.FULL);
        subscribers.sync(SyncMode.FULL);

        assertThat(cached).allMatch(subscribers::isCachedById);
        assertThat(subscribers.peekById(10L)).map(SubscriberSnapshot::body).contains("new");
        assertThat(subscribers.size()).isEqualTo(50);
        assertThat(subscribers.stats().evictions()).isZero();
        agrees(subscribers);
    }
}
