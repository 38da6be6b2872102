package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.CopyFormat;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a miss finds in the second level, and what it does not take from there. */
@Tag("F62")
class SharedReadsTest extends SecondLevelTest {
    private static final Row ROW = Row.of(1);

    @ParameterizedTest
    @ValueSource(strings = {"id", "email", "login"})
    void aMissIsAnsweredByTheSecondLevelAndFromThenOnByMemory(String way) {
        Harness cache = cache();
        share(cache, ROW);

        assertThat(read(cache, way, ROW)).contains(ROW);

        assertThat(cache.table.statements()).isZero();
        assertThat(second.reads).hasSize(1);
        assertThat(cache.id(1)).contains(ROW);
        assertThat(cache.email(Row.email(1))).contains(ROW);
        assertThat(cache.byLogin.get(ROW.tenantLogin())).contains(ROW);
        assertThat(second.reads).hasSize(1);
        assertThat(cache.stats().l2Hits()).isEqualTo(1);
        assertThat(cache.stats().l2Misses()).isZero();
        assertThat(cache.stats().loads()).isZero();
        assertThat(second.offers).as("it has it already").isEmpty();
    }

    @Test
    void manyAreAskedForInOneRoundTripAndTheRestInOneStatement() {
        Harness cache = cache();
        cache.table.put(Row.of(1), Row.of(2), Row.of(3), Row.of(4));
        share(cache, Row.of(4), Row.of(2));

        assertThat(cache.byId.getMany(List.of(4L, 3L, 2L, 1L, 9L)))
                .containsExactly(
                        Map.entry(4L, Row.of(4)),
                        Map.entry(3L, Row.of(3)),
                        Map.entry(2L, Row.of(2)),
                        Map.entry(1L, Row.of(1)));

        assertThat(second.reads)
                .singleElement()
                .satisfies(asked -> assertThat(asked)
                        .containsExactly(
                                new Question(null, "4"),
                                new Question(null, "3"),
                                new Question(null, "2"),
                                new Question(null, "1"),
                                new Question(null, "9")));
        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.stats().l2Hits()).isEqualTo(2);
        assertThat(cache.stats().l2Misses()).isEqualTo(3);
    }

    @Test
    void manyByAKeyAreAskedForInOneRoundTripToo() {
        Harness cache = cache();
        share(cache, Row.of(1), Row.of(2));

        assertThat(cache.byEmail.getMany(List.of(Row.email(1), Row.email(2)))).hasSize(2);

        assertThat(second.reads).hasSize(1);
        assertThat(cache.table.statements()).isZero();
    }

    @Test
    void aRowThatIsFoundByAKeyItDoesNotCarryAnyMoreIsAMissOfWhichNothingIsTold() {
        Harness cache = cache();
        Row moved = ROW.email("new@example.com");
        cache.table.put(moved);
        put(cache, ROW, new Copy("1", form(cache).encode(moved), TTL));

        assertThat(cache.email(Row.email(1))).isEmpty();

        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(failures).isEmpty();
        assertThat(cache.stats().l2Hits()).isZero();
    }

    static Stream<Arguments> hostile() {
        byte[] noise = new byte[500];
        new Random(1).nextBytes(noise);
        String json = new String(copy(CopyFormat.JSON), StandardCharsets.UTF_8);
        String binary = new String(copy(CopyFormat.BINARY), StandardCharsets.ISO_8859_1);
        Stream<byte[]> noBytes = Stream.of(
                new byte[0],
                noise,
                bytes(json),
                latin("\2" + binary.substring(1)),
                latin(binary.substring(0, binary.length() - 1)),
                latin(binary + binary),
                latin(binary.replace("ACTIVE", "ACTIVO")),
                latin(binary.replace("r1@", "r1@".repeat(50))),
                latin(binary.substring(0, 9) + "\1" + "\u00ff".repeat(4) + "\7"));
        Stream<byte[]> noJson = Stream.of(
                new byte[0],
                noise,
                latin(binary),
                bytes("null"),
                bytes("[".repeat(100_000)),
                bytes("{\"id\":".repeat(100_000)),
                bytes("{\"id\":" + "9".repeat(100_000) + "}"),
                bytes("{\"id\":1e999999999}"),
                bytes(json.substring(0, json.length() - 2)),
                bytes(json + json),
                bytes(json.replace("ACTIVE", "NONE")),
                bytes(json.replace("\"payload\"", "\"paiload\"")));
        return Stream.concat(
                noBytes.map(bytes -> Arguments.of(CopyFormat.BINARY, bytes)),
                noJson.map(bytes -> Arguments.of(CopyFormat.JSON, bytes)));
    }

    private static byte[] copy(CopyFormat format) {
        try (Harness cache = Harness.sharing(true, new FakeCopies(), format, row -> {}, options -> options)) {
            return form(cache).encode(ROW);
        }
    }

    private static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void bytesThatAreNoRowAreAMissOneEventAndNothingToTheReader(CopyFormat format, byte[] bytes) {
        Harness cache = cache(true, format, options -> options);
        cache.table.put(ROW);
        put(cache, ROW, new Copy("1", bytes, TTL));

        assertThat(cache.id(1)).contains(ROW);

        assertThat(failures).singleElement().satisfies(SharedReadsTest::isOfRedis);
        assertThat(cache.stats().l2Misses()).isEqualTo(1);
        assertThat(cache.stats().loadFailures()).isZero();
        assertThat(second.forgotten).as("nobody else shall find it").containsExactly("1");
    }

    private static void isOfRedis(Failed failed) {
        assertThat(failed.model()).isEqualTo("Row");
        assertThat(failed.operation()).isEqualTo("redis read");
    }

    @Test
    void ofManyDamagedCopiesOneEventIsToldAndTheGoodOnesAreTaken() {
        Harness cache = cache();
        cache.table.put(Row.of(1), Row.of(2));
        put(cache, Row.of(1), new Copy("1", bytes("x"), TTL));
        put(cache, Row.of(2), new Copy("2", bytes("y"), TTL));
        share(cache, Row.of(3));

        assertThat(cache.byId.getMany(List.of(1L, 2L, 3L))).hasSize(3);

        assertThat(failures).hasSize(1);
        assertThat(cache.stats().l2Hits()).isEqualTo(1);
    }

    @Test
    void aCopyOfAnotherRowIsNotTaken() {
        Harness cache = cache();
        cache.table.put(ROW);
        put(cache, ROW, new Copy("1", form(cache).encode(Row.of(2)), TTL));

        assertThat(cache.id(1)).contains(ROW);

        assertThat(failures).singleElement().satisfies(SharedReadsTest::isOfRedis);
        assertThat(cache.byId.isCached(2L)).isFalse();
    }

    @Test
    @Tag("F61")
    void aRowInheritsWhatIsLeftOfItsLife() {
        Harness cache = cache();
        cache.table.put(ROW.payload("from the table"));
        share(cache, ROW, Duration.ofSeconds(5));
        cache.id(1);

        cache.clock.advance(Duration.ofSeconds(5).minus(MILLI));
        assertThat(cache.id(1)).contains(ROW);
        assertThat(second.reads).hasSize(1);
        cache.clock.advance(MILLI);
        second.forget(List.of("1"));
        assertThat(cache.id(1)).contains(ROW.payload("from the table"));
    }

    @Test
    @Tag("F61")
    void whatIsLeftCountsFromBeforeItWasAskedForAndNoRowLivesLongerThanItsOwnTtl() {
        Harness cache = cache();
        share(cache, ROW, Duration.ofSeconds(5));
        share(cache, Row.of(2), TTL.multipliedBy(2));
        cache.id(2);
        Gate asked = second.holdNext();
        Call<Optional<Row>> call = Call.of(() -> cache.id(1));
        asked.awaitReached();
        cache.clock.advance(Duration.ofSeconds(4));
        asked.open();
        call.get();

        cache.clock.advance(Duration.ofSeconds(1));
        assertThat(cache.byId.isCached(1L)).isFalse();
        assertThat(cache.byId.isCached(2L)).isTrue();
        cache.clock.advance(TTL);
        assertThat(cache.byId.isCached(2L)).isFalse();
    }

    @Test
    void aCopyWithoutAnEndIsNothingForACacheWhoseRowsExpire() {
        Harness cache = cache();
        cache.table.put(ROW);
        share(cache, ROW.payload("how old?"), null);

        assertThat(cache.id(1)).contains(ROW);
        assertThat(failures).isEmpty();
    }

    @Test
    void aCacheWhoseRowsDoNotExpireTakesACopyWithoutAnEndAndOneWith() {
        Harness cache = cache(options -> options.ttl(CacheOptions.FOREVER));
        share(cache, ROW, null);
        share(cache, Row.of(2), Duration.ofSeconds(5));
        cache.byId.getMany(List.of(1L, 2L));

        cache.clock.advance(Duration.ofDays(1_000));

        assertThat(cache.byId.isCached(1L)).isTrue();
        assertThat(cache.byId.isCached(2L)).isFalse();
    }

    @Test
    void whoWantsToKnowWhatTheSourceHasIsNotAnsweredByTheSecondLevel() {
        Harness cache = cache(options -> options.load(LoadMode.FULL));
        Row now = ROW.payload("now");
        cache.table.put(now);
        share(cache, ROW);

        assertThat(cache.engine.refresh(1L)).contains(now);
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(now);
        assertThat(cache.engine.listAll()).containsExactly(now);
        cache.engine.sync(SyncMode.FULL);
        cache.engine.audit(10);
        cache.engine.sync(SyncMode.INCREMENTAL);

        assertThat(second.reads).isEmpty();
        assertThat(cache.id(1)).contains(now);
    }

    @Test
    void aStaleRowIsReadAgainFromTheSource() {
        Harness cache = cache(options -> options.staleWhileRevalidate(true).maxStale(TTL));
        cache.table.put(ROW);
        cache.engine.refresh(1L);
        cache.clock.advance(TTL);
        Row now = ROW.payload("now");
        cache.table.put(now);
        share(cache, ROW);

        assertThat(cache.id(1)).contains(ROW);
        cache.awaitReloads();

        assertThat(cache.id(1)).contains(now);
        assertThat(second.reads).isEmpty();
    }

    @Test
    @Tag("F66")
    void withTheSourceDownWhatTheSecondLevelHasIsAnswered() {
        Harness cache = cache();
        share(cache, Row.of(1), Row.of(2), Row.of(3));
        cache.table.fail(new IllegalStateException("down"));

        assertThat(cache.id(1)).contains(Row.of(1));
        assertThat(cache.email(Row.email(2))).contains(Row.of(2));
        assertThat(cache.byId.getMany(List.of(1L, 2L, 3L))).hasSize(3);
        assertThatThrownBy(() -> cache.id(4)).isInstanceOf(CacheLoadException.class);
        assertThatThrownBy(() -> cache.byId.getMany(List.of(3L, 4L))).isInstanceOf(CacheLoadException.class);
    }

    @Test
    @Tag("F49")
    void aBypassedCacheAsksTheSourceAlone() {
        Harness cache = cache();
        cache.table.put(ROW);
        share(cache, ROW.payload("copy"));
        cache.engine.bypass(true);

        assertThat(cache.id(1)).contains(ROW);

        assertThat(second.reads).isEmpty();
        assertThat(second.offers).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsNeitherAHitNorAMiss() {
        Harness cache = cache();
        cache.table.put(ROW);
        second.trust(false);

        assertThat(cache.id(1)).contains(ROW);

        assertThat(cache.stats().l2Hits()).isZero();
        assertThat(cache.stats().l2Misses()).isZero();
        assertThat(second.offers).isEmpty();
    }

    @Test
    @Tag("F34")
    void whoComesMeanwhileWaitsForTheSameAnswer() {
        Harness cache = cache();
        share(cache, ROW);
        Gate asked = second.holdNext();
        Call<Optional<Row>> first = Call.of(() -> cache.id(1));
        asked.awaitReached();
        Call<Optional<Row>> later = Call.of(() -> cache.id(1)).awaitParked();
        asked.open();

        assertThat(first.get()).contains(ROW);
        assertThat(later.get()).contains(ROW);
        assertThat(second.reads).hasSize(1);
    }

    @Test
    void whereMemoryHasTheWholeTableACopyOfAnotherRowIsOneOfARowThatIsGone() {
        Harness cache = cache(options -> options.load(LoadMode.FULL));
        cache.table.put(ROW);
        cache.engine.start();
        share(cache, Row.of(2));

        assertThat(cache.id(2)).isEmpty();
        assertThat(cache.email(Row.email(2))).isEmpty();

        assertThat(second.reads).isEmpty();
        cache.byId.invalidate(1L);
        share(cache, ROW);
        cache.table.fail(new IllegalStateException("down"));
        assertThat(cache.id(1)).as("it is known to lack this one").contains(ROW);
    }

    @Test
    @Tag("H20")
    void aRowThatIsNowhereIsRememberedAsSuch() {
        Harness cache = cache(options -> options.negativeTtl(Duration.ofMinutes(1)));

        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.id(1)).isEmpty();

        assertThat(second.reads).hasSize(1);
        assertThat(cache.table.statements()).isEqualTo(1);
    }
}
