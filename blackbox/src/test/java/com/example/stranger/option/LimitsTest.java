package com.example.stranger.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.OpaqueCache;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import com.example.stranger.watch.Heard;
import io.turnkey.CacheEvent.Evicted;
import io.turnkey.CacheEvent.EvictionCause;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BothDatabases
@DisplayName("Where a limit lies, and what holds where none is set")
class LimitsTest extends FreshTest {
    private final Clock clock = new Clock();

    LimitsTest(Database database) {
        super(database);
    }

    private SubscriberCache opened(Consumer<CacheOptions.Builder> options) {
        return open(SubscriberCache.builder()
                .configure(
                        o -> o.load(LoadMode.LAZY).ttl(Duration.ofMinutes(10)).ttlJitter(0))
                .configure(options)
                .clock(clock));
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 15", "3, 5, 15", "0, 0, 10"})
    @Tag("F23")
    void aRowIsRemovedWhenItsTtlAndTheLongerOfMaxStaleAndStaleIfErrorAreOver(int stale, int ifError, int minutes) {
        persist(subscriber(1, "older"), subscriber(2, "younger"));
        Heard heard = new Heard();
        SubscriberCache subscribers = opened(o -> o.maxStale(Duration.ofMinutes(stale))
                .staleIfError(Duration.ofMinutes(ifError))
                .cleanupInterval(Duration.ofMillis(10)));
        subscribers.on(Evicted.class, heard);
        subscribers.getById(1L);
        clock.advance(Duration.ofMillis(2));
        subscribers.getById(2L);

        clock.advance(Duration.ofMinutes(minutes).minusMillis(1));

        assertThat(heard.await(Evicted.class, 1)).containsExactly(new Evicted("Subscriber", 1L, EvictionCause.EXPIRED));
        assertThat(subscribers.size())
                .as("the younger one has a millisecond left")
                .isEqualTo(1);
    }

    @Test
    @Tag("F25")
    @Tag("F26")
    void anExpiredRowIsServedForAsLongAgainAsItsTtlAndNotAtAllAfterThat() {
        persist(subscriber(1, "one"));
        SubscriberCache subscribers = opened(o -> {});
        subscribers.getById(1L);
        unit.loads().cut(true);

        clock.advance(Duration.ofMinutes(20).minusMillis(1));
        assertThat(subscribers.getById(1L)).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> subscribers.getById(1L));
    }

    @Test
    @Tag("F27")
    void whatDoesNotExistIsAskedForEachTime() {
        SubscriberCache subscribers = opened(o -> {});

        subscribers.getById(1L);
        subscribers.getByEmail("mail1");
        subscribers.getById(1L);
        subscribers.getByEmail("mail1");

        assertThat(subscribers.stats().loads()).isEqualTo(4);
    }

    @Test
    @Tag("F20")
    void durationsAreThoseOfTheAnnotationHoweverTheyAreWritten() {
        try (OpaqueCache opaques = OpaqueCache.inMemory(List.of())) {
            CacheOptions options = opaques.options();

            assertThat(options.expires()).as("none").isFalse();
            assertThat(options.maxStale()).hasSeconds(90);
            assertThat(options.staleIfError()).hasMinutes(5);
            assertThat(options.refreshInterval()).hasHours(1);
            assertThat(options.syncOverlap()).hasMinutes(2);
            assertThat(options.negativeTtl()).hasMillis(500);
        }
    }

    @Test
    @Tag("F22")
    @Tag("F25")
    @Tag("F42")
    void whatIsLeftToTheCacheFollowsFromTheRest() {
        CacheOptions lazy = opened(o -> {}).options();
        CacheOptions whole =
                opened(o -> o.load(LoadMode.FULL).ttl(CacheOptions.FOREVER)).options();

        assertThat(lazy.refreshInterval()).isZero();
        assertThat(lazy.maxStale()).isEqualTo(lazy.ttl());
        assertThat(lazy.reconcileInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(whole.refreshInterval()).hasMinutes(5);
        assertThat(whole.reconcileInterval()).hasHours(1);
    }

    @Test
    @Tag("F21")
    void nothingGivesWayWhereThereIsNoBound() {
        write(em -> LongStream.rangeClosed(1, 300).forEach(id -> em.persist(subscriber(id, "row"))));
        SubscriberCache subscribers = opened(o -> o.load(LoadMode.FULL).maxSize(CacheOptions.UNLIMITED));

        assertThat(subscribers.size()).isEqualTo(300);
        assertThat(subscribers.stats().evictions()).isZero();
    }
}
