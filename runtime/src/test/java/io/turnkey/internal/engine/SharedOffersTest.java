package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.engine.FakeCopies.Offered;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reads of the source have for the second level. */
@Tag("F61")
class SharedOffersTest extends SecondLevelTest {
    private static final Row ROW = Row.of(1);

    private static Row[] rows(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(Row::of).toArray(Row[]::new);
    }

    /** What was offered since this was asked last; waits until the loads have ended, which answer first. */
    private List<Fill> offered(Harness cache) {
        cache.awaitLoads();
        List<Fill> fills = new ArrayList<>();
        second.offers.forEach(offer -> offer.rows().forEachRemaining(fills::add));
        second.offers.clear();
        return fills;
    }

    private static List<Row> decoded(Harness cache, List<Fill> fills) {
        return fills.stream()
                .map(fill -> form(cache).decode(fill.bytes().get()))
                .toList();
    }

    @Test
    void aRowThatIsNotThereIsOfferedWhenItHasBeenReadWithAllThatFindsIt() {
        Harness cache = cache();
        Row row = ROW.payload("v1");
        cache.table.put(row);
        cache.email(Row.email(1));
        cache.awaitLoads();

        assertThat(second.offers).singleElement().satisfies(offer -> {
            assertThat(offer.lacked()).as("it was asked for").isTrue();
            assertThat(offer.stamp()).isEqualTo(second.stamp());
        });
        assertThat(offered(cache)).singleElement().satisfies(fill -> {
            assertThat(fill.id()).isEqualTo("1");
            assertThat(fill.version()).isEqualTo(VersionText.of(1L));
            assertThat(fill.keyHashes().get())
                    .isEqualTo(Map.of(
                            "email", form(cache).hash(cache.model.email, Row.email(1)),
                            "tenantAndLogin", form(cache).hash(cache.model.login, row.tenantLogin())));
            assertThat(form(cache).decode(fill.bytes().get())).isEqualTo(row);
            long left = fill.expiresAtNanos() - System.nanoTime();
            assertThat(left).isPositive().isLessThanOrEqualTo(TTL.toNanos());
        });
    }

    @Test
    void whatIsOfferedHasWhatIsLeftOfTheRowsLife() {
        Harness cache = cache();
        cache.table.put(ROW);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> call = Call.of(() -> cache.id(1));
        read.awaitReached();
        cache.clock.advance(TTL.minusSeconds(5));
        read.open();
        call.get();

        assertThat(offered(cache))
                .singleElement()
                .satisfies(fill -> assertThat(fill.expiresAtNanos() - System.nanoTime())
                        .isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(5)));
    }

    @Test
    void aRowThatDoesNotExpireIsOfferedWithoutAnEndAndOneWhoseEndIsFarAwayWithOneThatCanBeCounted() {
        Harness cache = cache(options -> options.ttl(CacheOptions.FOREVER));
        Harness centuries = cache(options -> options.ttl(Duration.ofDays(365L * 1_000_000)));
        cache.table.put(ROW);
        centuries.table.put(ROW);
        cache.id(1);
        assertThat(offered(cache))
                .singleElement()
                .satisfies(fill -> assertThat(fill.expiresAtNanos()).isNull());
        centuries.id(1);
        assertThat(offered(centuries))
                .singleElement()
                .satisfies(fill ->
                        assertThat(fill.expiresAtNanos() - System.nanoTime()).isGreaterThan(TimeUnit.DAYS.toNanos(1)));
    }

    @Test
    void aKeyThatTheRowDoesNotHaveFindsNothing() {
        Harness cache = cache();
        cache.table.put(ROW.email(null));
        cache.id(1);

        assertThat(offered(cache))
                .singleElement()
                .satisfies(fill -> assertThat(fill.keyHashes().get()).containsOnlyKeys("tenantAndLogin"));
    }

    @Test
    @Tag("H2")
    void anOfferCarriesTheMomentBeforeTheSourceWasAsked() {
        Harness cache = cache();
        cache.table.put(ROW);
        Stamp before = second.stamp();
        Gate reading = cache.table.holdNext(Moment.BEFORE);
        Call<Optional<Row>> call = Call.of(() -> cache.id(1));
        reading.awaitReached();
        second.next();
        reading.open();
        call.get();
        cache.awaitLoads();

        assertThat(second.offers)
                .singleElement()
                .satisfies(offer -> assertThat(offer.stamp()).isEqualTo(before));
    }

    @Test
    void nothingIsOfferedWhereTheMomentWasNotKnownEvenIfItIsWhenTheSourceHasAnswered() {
        Harness cache = cache();
        cache.table.put(ROW);
        second.trust(false);
        Gate reading = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> call = Call.of(() -> cache.id(1));
        reading.awaitReached();
        second.trust(true);
        reading.open();
        call.get();

        assertThat(offered(cache)).isEmpty();
    }

    @Test
    @Tag("H1")
    void whatWasRefusedIsNotOffered() {
        Harness cache = cache();
        cache.table.put(ROW);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> call = Call.of(() -> cache.id(1));
        read.awaitReached();
        cache.write(ROW.payload("new"));
        read.open();
        call.get();

        assertThat(decoded(cache, offered(cache))).doesNotContain(ROW);
    }

    @Test
    @Tag("H4")
    void whatIsReadWhileAWriteOfItIsUnderWayIsNotOffered() {
        Harness cache = cache();
        cache.table.put(ROW);
        Transaction writer = cache.transaction().put(ROW.payload("new")).block();
        cache.id(1);
        writer.commit();
        cache.id(1);
        writer.settle();

        assertThat(offered(cache)).isEmpty();
    }

    @Test
    @Tag("H27")
    void ofTwoCopiesThatContradictEachOtherOnlyWhatWasReadAgainIsOffered() {
        Harness cache = cache(false, options -> options);
        cache.table.put(ROW);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        Row now = ROW.payload("now");
        cache.table.put(now);
        cache.id(1);
        read.open();
        early.get();

        assertThat(decoded(cache, offered(cache))).containsOnly(now);
    }

    @Test
    void whatHasLeftMemoryUntilItCouldBeSentIsNotSent() {
        Harness cache = cache();
        cache.table.put(rows(3));
        cache.engine.start();
        cache.engine.listAll();
        cache.byId.invalidate(2L);

        assertThat(offered(cache)).extracting(Fill::id).contains("1", "3").doesNotContain("2");
    }

    @Test
    void rowsOfAListAreOfferedToBeAskedForFirst() {
        Harness cache = cache();
        cache.table.put(rows(3));
        cache.byStatus.list(Status.ACTIVE);
        cache.awaitLoads();

        assertThat(second.offers).extracting(Offered::lacked).containsExactly(false);
        assertThat(offered(cache)).extracting(Fill::id).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    @Tag("F66")
    void theInitialLoadOffersTheTableAtOnceAndNothingIsMadeOfItUntilItCanBeSent() {
        AtomicBoolean made = new AtomicBoolean();
        Harness cache = listening(Harness.sharing(
                true, second, row -> made.set(true), options -> options.ttl(TTL).load(LoadMode.FULL)));
        cache.table.put(rows(2_000));
        cache.engine.start();
        made.set(false);

        assertThat(second.offers).singleElement().satisfies(offer -> {
            assertThat(offer.most()).isEqualTo(2_000);
            assertThat(offer.lacked()).isFalse();
        });
        List<Fill> rows = offered(cache);
        assertThat(rows).hasSize(2_000);
        assertThat(made).isFalse();
        rows.get(0).keyHashes().get();
        assertThat(made).isTrue();
    }

    @Test
    void aSyncOffersWhatChangedAndNowAndThenTheRestSinceItWouldEndThere() {
        Harness cache = cache(options -> options.load(LoadMode.FULL));
        cache.table.put(rows(3));
        cache.engine.start();
        offered(cache);
        cache.table.put(Row.of(2).payload("new"), Row.of(4));
        cache.engine.sync(SyncMode.FULL);
        assertThat(offered(cache)).extracting(Fill::id).containsExactlyInAnyOrder("2", "4");
        assertThat(second.forgotten)
                .as("what it has may be of a version that seems newer")
                .containsExactly("2");
        cache.engine.sync(SyncMode.FULL);
        assertThat(offered(cache)).isEmpty();

        cache.clock.advance(TTL.dividedBy(4));
        cache.engine.sync(SyncMode.FULL);
        assertThat(offered(cache)).hasSize(4);
        cache.engine.sync(SyncMode.FULL);
        assertThat(offered(cache)).isEmpty();
    }

    @Test
    @Tag("H21")
    void whenTheSecondLevelHasLostEverythingTheNextSyncOffersEverything() {
        Harness cache = cache(options -> options.load(LoadMode.FULL));
        cache.table.put(rows(3));
        cache.engine.start();
        offered(cache);
        second.newEpoch();

        cache.engine.sync(SyncMode.FULL);

        assertThat(offered(cache)).hasSize(3);
    }

    @Test
    void aRowThatIsReadAgainAfterAWriteIsOffered() {
        Harness cache = cache(options -> options.load(LoadMode.FULL));
        cache.table.put(rows(3));
        cache.engine.start();
        offered(cache);
        Row now = Row.of(2).payload("now");
        cache.transaction().put(now).block().commit().settle();
        cache.awaitReloads();

        assertThat(decoded(cache, offered(cache))).containsExactly(now);
    }

    @Test
    void aRowThatIsReadAgainSinceItExpiredIsOfferedAlthoughItIsTheSame() {
        Harness cache = cache(options -> options.staleWhileRevalidate(true).maxStale(TTL));
        cache.table.put(ROW);
        cache.id(1);
        offered(cache);
        cache.clock.advance(TTL);
        cache.id(1);
        cache.awaitReloads();

        cache.awaitLoads();
        assertThat(second.offers).extracting(Offered::lacked).containsExactly(false);
        assertThat(decoded(cache, offered(cache))).containsExactly(ROW);
    }

    @Test
    @Tag("F41")
    void aRowThatASyncFindsToBeGoneDoesNotComeBackFromTheSecondLevel() {
        Harness cache = cache();
        cache.table.put(rows(2));
        cache.byId.getMany(List.of(1L, 2L));
        share(cache, Row.of(1), Row.of(2));
        cache.table.delete(2);

        cache.engine.sync(SyncMode.FULL);

        assertThat(second.forgotten).containsExactly("2");
        assertThat(cache.id(2)).isEmpty();
    }

    @Test
    @Tag("F40")
    void aRowThatIsRefreshedAndGoneDoesNotComeBackFromTheSecondLevel() {
        Harness cache = cache();
        share(cache, ROW);

        assertThat(cache.engine.refresh(1L)).isEmpty();

        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.email(Row.email(1))).isEmpty();
    }

    @Test
    @Tag("F40")
    void aRowThatIsRefreshedAndWasInsertedAnewWithALowerVersionDoesNotComeBackAsItWas() {
        Harness cache = cache(options -> options.maxSize(1));
        Row before = ROW.payload("before").payload("before");
        share(cache, before);
        assertThat(cache.id(1)).contains(before);
        cache.table.put(ROW, Row.of(2));
        assertThat(cache.engine.refresh(1L)).contains(ROW);
        cache.id(2);

        assertThat(cache.id(1)).contains(ROW);
    }

    @Test
    @Tag("F49")
    void aBypassedCacheOffersNothing() {
        Harness cache = cache();
        cache.table.put(rows(2));
        cache.engine.bypass(true);
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        cache.engine.refresh(2L);

        assertThat(offered(cache)).isEmpty();
    }

    @Test
    @Tag("F22")
    void whatHadNoRoomIsNotOffered() {
        Harness cache = cache(options -> options.maxSize(2).load(LoadMode.AUTO));
        cache.table.put(rows(5));
        cache.engine.start();

        assertThat(offered(cache)).hasSizeLessThanOrEqualTo(2);
    }
}
