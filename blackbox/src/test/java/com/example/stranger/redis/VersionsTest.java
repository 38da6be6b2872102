package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.Database;
import com.example.stranger.watch.Heard;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Two versions of the application at once")
@Tag("H19")
class VersionsTest extends RedisTest {
    private EntityManagerFactory nextFactory;
    private SubscriberCache old;
    private NextSubscriberCache next;
    private final Heard heard = new Heard();

    @BeforeEach
    void open() {
        jdbc("alter table Subscriber add column nickname varchar(255) default 'newborn'");
        jdbc("alter table Subscriber alter column tier set default 'gold'");
        persist(subscriber(1, "old"), subscriber(2, "old"));
        jdbc("update Subscriber set nickname = 'nick' || id");
        stored = new Stored(redis, "Subscriber", "Subscriber");
        nextFactory = new PersistenceConfiguration("next")
                .managedClass(NextSubscriber.class)
                .property("hibernate.connection.datasource", Database.H2.raw())
                .createEntityManagerFactory();
        old = opened(SubscriberCache.builder(), new Heard(), site("a").factory());
        next = opened(NextSubscriberCache.builder(), heard, nextFactory);
    }

    private <C extends EntityCache<?, ?>> C opened(
            EntityCache.Builder<C> builder, Heard events, EntityManagerFactory factory) {
        C cache = closing(builder.configure(o -> o.load(LoadMode.LAZY).negativeTtl(Duration.ofHours(1)))
                .on(CacheEvent.class, events)
                .redis(options(server.url()).build())
                .open(factory));
        events.await(RedisReconnected.class, 1);
        return cache;
    }

    @AfterEach
    void close() {
        next.close();
        nextFactory.close();
        jdbc("alter table Subscriber drop column nickname");
        jdbc("alter table Subscriber alter column tier drop default");
    }

    private String oldBody(long id) {
        return old.getById(id).map(SubscriberSnapshot::body).orElse("no such row");
    }

    private String nextBody(long id) {
        return next.getById(id).map(NextSubscriberSnapshot::body).orElse("no such row");
    }

    private void changeByOld(long id, String body) {
        site("a").factory().runInTransaction(em -> em.find(Subscriber.class, id).body = body);
    }

    private void changeByNext(long id, String body) {
        nextFactory.runInTransaction(em -> em.find(NextSubscriber.class, id).body = body);
    }

    @Test
    @Tag("F62")
    void theOthersCopiesAreMissesAndToldOfOnce() {
        oldBody(1);
        oldBody(2);
        stored.await(1, 2);

        assertThat(next.getManyById(List.of(1L, 2L)).values())
                .extracting(NextSubscriberSnapshot::nickname)
                .containsExactly("nick1", "nick2");
        assertThat(next.getByEmail("mail1")).isPresent();
        assertThat(next.stats().loads()).isOne();
        assertThat(next.stats().l2Hits()).isZero();
        assertThat(heard.await(Failed.class, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.error()).hasMessageContaining("another version"));

        soon(() -> assertThat(stored.text(1)).as("who comes last is kept").contains("nick1"));
        SubscriberCache another =
                opened(SubscriberCache.builder(), new Heard(), site("b").factory());
        assertThat(another.getByEmail("mail1")).map(SubscriberSnapshot::body).contains("old");
        assertThat(another.stats().l2Hits()).isZero();
    }

    @Test
    @Tag("F64")
    void eachHearsOfTheOthersWrites() {
        oldBody(1);
        nextBody(2);

        changeByNext(1, "new");
        soon(() -> assertThat(oldBody(1)).isEqualTo("new"));

        changeByOld(2, "new");
        soon(() -> assertThat(nextBody(2)).isEqualTo("new"));
        assertThat(next.getByNickname("nick2"))
                .map(NextSubscriberSnapshot::body)
                .contains("new");
    }

    @Test
    @Tag("H24")
    void aListOfAKeyThatTheWriterDoesNotKnow() {
        assertThat(old.listByTier("free")).hasSize(2);
        assertThat(old.listByTier("gold")).isEmpty();
        NextSubscriber three = new NextSubscriber();
        three.id = 3L;

        nextFactory.runInTransaction(em -> em.persist(three));

        soon(() -> assertThat(old.listByTier("gold"))
                .singleElement()
                .extracting(SubscriberSnapshot::id)
                .isEqualTo(3L));
        assertThat(old.listByTier("free")).hasSize(2);
    }

    @Test
    @Tag("H20")
    void aRowThatIsRememberedAsAbsentUnderAKeyThatTheWriterDoesNotKnow() {
        assertThat(next.getByNickname("newborn")).isEmpty();
        assertThat(next.getByNickname("newborn")).isEmpty();

        site("a").factory().runInTransaction(em -> em.persist(subscriber(3, "three")));

        soon(() -> assertThat(next.getByNickname("newborn"))
                .map(NextSubscriberSnapshot::body)
                .contains("three"));
    }

    @Test
    @Tag("H2")
    void theFencesOfOneHoldForTheOther() {
        oldBody(1);
        stored.await(1);

        changeByNext(1, "new");
        soon(() -> assertThat(stored.sequence()).isOne());

        assertThat(stored.has("v:1")).isFalse();
        assertThat(redis.zscore(stored.name("f"), "1")).isOne();
    }
}
