package com.example.stranger.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.SampleCache;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.ids.AirportCache;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.fresh.FreshUnit;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Unit;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheGroup;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

@BothDatabases
@DisplayName("What somebody who has only the log knows")
@Tag("F82")
class LogTest extends FreshTest {
    private static final String SUBSCRIBERS = "io.turnkey.Subscriber";

    LogTest(Database database) {
        super(database);
    }

    @BeforeEach
    void begin() {
        for (long id = 1; id <= 3; id++) {
            persist(subscriber(id, "confidential"));
        }
        Log.begin();
    }

    @AfterEach
    void end() {
        Log.end();
    }

    @Test
    void whatIsCachedHowFreshItIsAndWhatItCosts() {
        SubscriberCache subscribers = subscribers(LoadMode.FULL);
        assertThat(Log.lines(Level.INFO, SUBSCRIBERS))
                .singleElement()
                .asString()
                .matches("Subscriber: 3 rows in [\\d,]+ ms, kept whole; ttl 1h, refreshed every 5m");
        subscribers.getById(1L);
        subscribers.getById(1L);
        subscribers.getByEmail("nobody");
        subscribers.listAll();

        subscribers.close();

        assertThat(Log.lines(Level.INFO, SUBSCRIBERS))
                .hasSize(2)
                .last()
                .asString()
                .matches(
                        "Subscriber: closed; 2 hits, 1 miss, 0 known to be absent \\(hit rate 66.7 %\\), 1 list hit, 0 list misses, 1 load in [\\d,]+ ms, 0 failed loads, 1 sync in [\\d,]+ ms, 0 failed syncs, 0 evictions, 0 dropped events");
        assertThat(Log.lines(Level.WARN, SUBSCRIBERS))
                .as("but that the entity cannot tell what changed")
                .allMatch(line -> line.contains("updatedAt"));
    }

    @Test
    @Tag("F70")
    void whyACacheThatIsOpenedAloneCouldNotBeOpened() {
        unit.loads().cut(true);

        assertThatExceptionOfType(CacheInitializationException.class).isThrownBy(() -> subscribers(LoadMode.FULL));

        assertThat(Log.lines(Level.WARN, SUBSCRIBERS))
                .singleElement()
                .asString()
                .startsWith("start failed <- ")
                .contains("the connection broke");
    }

    @Test
    @Tag("F70")
    void eachModelHasALoggerAndSoHasTheGroup() {
        try (CacheGroup caches = GeneratedCaches.all()
                .name("logged")
                .defaults(o -> o.load(LoadMode.LAZY))
                .open(unit.factory())) {
            assertThat(caches.modelNames()).hasSize(FreshUnit.ENTITIES.size());
        }

        assertThat(Log.lines(Level.INFO, "io.turnkey.logged"))
                .singleElement()
                .asString()
                .startsWith("Left out, since the persistence unit does not have their entities: ")
                .contains("Airport");
        assertThat(Log.lines(Level.INFO, "io.turnkey.Branch")).hasSize(2);
        assertThat(Log.lines(Level.INFO, SUBSCRIBERS)).hasSize(2);
    }

    @Test
    @Tag("F70")
    void whatIsLeftOutIsNamedOnceAndNothingIfNothingIs() {
        try (CacheGroup caches = GeneratedCaches.all()
                .only(SubscriberCache.class, BranchCache.class, AirportCache.class)
                .name("partly")
                .open(unit.factory())) {
            assertThat(Log.lines(Level.INFO, "io.turnkey.partly"))
                    .containsExactly("Left out, since the persistence unit does not have their entities: Airport");
            assertThat(caches.modelNames()).containsExactly("Branch", "Subscriber");
        }
        try (CacheGroup caches =
                GeneratedCaches.all().only(BranchCache.class).name("wholly").open(unit.factory())) {
            assertThat(caches.isInitialized()).isTrue();
        }

        assertThat(Log.lines(Level.INFO, "io.turnkey.wholly")).isEmpty();
        assertThat(Log.lines()).filteredOn(line -> line.contains("Left out")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    @Tag("F42")
    void onceThatAnEntityCannotTellWhenItChanged(LoadMode load) {
        SubscriberCache subscribers = subscribers(load);
        subscribers.refresh(SyncMode.FULL);
        assertThat(Log.lines(Level.WARN, SUBSCRIBERS)).isEmpty();

        for (int times = 0; times < 3; times++) {
            subscribers.refresh();
        }

        assertThat(Log.lines(Level.WARN, SUBSCRIBERS))
                .singleElement()
                .asString()
                .contains("Subscriber has no attribute that tells when a row changed", "@UpdateTimestamp", "updatedAt");
        SampleCache samples = open(SampleCache.builder().configure(o -> o.load(load)));
        samples.refresh();
        assertThat(Log.lines(Level.WARN, "io.turnkey.Sample")).as("it can").isEmpty();
    }

    /** The one such listener that Hibernate takes. */
    public static final class TheirListener implements SessionEventListener {
        private static final long serialVersionUID = 1L;
    }

    @Test
    @Tag("F45")
    void thatStatementsAreNotSeenIfHibernateWasToldToShowThemToSomebodyElse() {
        try (Unit theirs = new Unit(
                        Map.of("hibernate.session.events.auto", TheirListener.class.getName()), Subscriber.class);
                SubscriberCache subscribers = SubscriberCache.builder()
                        .configure(o -> o.load(LoadMode.LAZY))
                        .build(theirs.factory())) {
            assertThat(Log.lines(Level.WARN, SUBSCRIBERS)).isEmpty();

            subscribers.attachHooks();

            assertThat(Log.lines(Level.WARN, SUBSCRIBERS))
                    .singleElement()
                    .asString()
                    .startsWith("Bulk HQL, native SQL and forced version increments will not be noticed: ")
                    .contains("hibernate.session.events.auto", TheirListener.class.getName());
        }
    }

    @Test
    @Tag("F29")
    void aTableThatGrewTooLarge() {
        SubscriberCache subscribers = open(SubscriberCache.builder().configure(o -> o.maxSize(3)));
        persist(subscriber(4, "confidential"));

        subscribers.sync(SyncMode.FULL);
        subscribers.sync(SyncMode.FULL);

        assertThat(Log.lines(Level.INFO, SUBSCRIBERS))
                .filteredOn(line -> line.contains("has more rows than maxSize = 3"))
                .hasSize(1);
        assertThat(subscribers.isReady()).isTrue();
        agrees(subscribers);
    }

    @Test
    @Tag("F29")
    void aTableThatWasTooLargeFromTheBeginning() {
        SubscriberCache subscribers = open(SubscriberCache.builder().configure(o -> o.maxSize(2)));

        subscribers.refresh();

        assertThat(Log.lines(Level.INFO, SUBSCRIBERS))
                .filteredOn(line -> line.contains("has more rows than maxSize = 2"))
                .hasSize(1);
        assertThat(Log.lines(Level.WARN, SUBSCRIBERS)).noneMatch(line -> line.contains("maxSize"));
        agrees(subscribers);
    }

    @Test
    void failuresAreSquashedAndTheirEndIsTold() {
        Heard heard = new Heard();
        SubscriberCache subscribers = open(
                SubscriberCache.builder().configure(o -> o.load(LoadMode.LAZY)).on(Failed.class, heard));
        unit.loads().cut(true);
        for (int n = 0; n < 20; n++) {
            assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.getByEmail("mail1"));
        }
        heard.await(Failed.class, 20);
        unit.loads().cut(false);
        // The log is written in the background, and may not know of the last failure yet.
        while (Log.lines(Level.INFO, SUBSCRIBERS).size() < 2) {
            subscribers.clear();
            assertThat(subscribers.getByEmail("mail1")).isPresent();
        }
        subscribers.close();

        assertThat(Log.lines(Level.WARN, SUBSCRIBERS))
                .first()
                .asString()
                .startsWith("Subscriber.getByEmail failed <- ")
                .contains("the connection broke");
        assertThat(Log.lines(Level.WARN, SUBSCRIBERS)).hasSizeLessThanOrEqualTo(2);
        assertThat(Log.lines(Level.INFO, SUBSCRIBERS))
                .element(1)
                .asString()
                .startsWith("Subscriber.getByEmail works again after ");
    }

    @Test
    void noValueOfARowAndNoKey() {
        SubscriberCache subscribers = open(SubscriberCache.builder().configure(o -> o.maxSize(2)));
        subscribers.getByEmail("mail1");
        subscribers.listByTier("free");
        change(1, s -> s.body = "confidential too");
        subscribers.invalidateByEmail("mail2");
        subscribers.on(Cleared.class, event -> {
            throw new IllegalStateException("a bug");
        });
        subscribers.clear();
        unit.loads().cut(true);
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.getByEmail("mail3"));
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.listByTier("free"));
        subscribers.close();

        assertThat(Log.lines())
                .hasSizeGreaterThan(4)
                .noneMatch(line -> line.contains("confidential"))
                .noneMatch(line -> line.contains("mail1") || line.contains("mail2") || line.contains("mail3"))
                .noneMatch(line -> line.contains("free"));
    }

    @Test
    @Tag("F84")
    void aCacheInMemoryWritesNothing() {
        SubscriberCache.inMemory(List.of(subscriber(1, "one"))).close();

        assertThat(Log.lines(Level.INFO, SUBSCRIBERS)).isEmpty();
        assertThat(BranchCache.inMemory(List.of()).size()).isZero();
    }
}
