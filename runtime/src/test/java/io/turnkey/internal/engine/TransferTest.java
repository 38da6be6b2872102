package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.CacheException;
import io.turnkey.CacheOptions;
import io.turnkey.ImportReport;
import io.turnkey.SnapshotFormatException;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.testing.engine.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that leave in a file, and come back, here or elsewhere. */
@Tag("F49")
class TransferTest extends EngineTest {
    private static final Duration TTL = Duration.ofHours(1);
    private static final Duration HALF = TTL.dividedBy(2);

    private Harness lazy(UnaryOperator<CacheOptions.Builder> options) {
        return add(Harness.on(Runnable::run, true, o -> options.apply(o.load(LoadMode.LAZY))));
    }

    /** A cache in which these rows have been for half of their ttl. */
    private Harness filled(long rows) {
        Harness cache = lazy(options -> options.ttl(TTL));
        LongStream.rangeClosed(1, rows).forEach(id -> {
            cache.table.put(Row.of(id));
            cache.id(id);
        });
        cache.clock.advance(HALF);
        return cache;
    }

    private static Transfers<Row, Long> transfers(Harness cache) {
        return new Transfers<>(cache.engine.parts(), RowFile::new);
    }

    private static String export(Harness cache, boolean includeMeta) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transfers(cache).write(out, includeMeta);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportReport read(Harness cache, String file) {
        return transfers(cache).read(stream(file));
    }

    private static void assertNothingCameIn(Harness cache, List<?> events) {
        assertThat(cache.engine.size()).isZero();
        assertThat(events).isEmpty();
        cache.checkIntegrity();
    }

    @Test
    void whatIsFreshLeavesWithItsExpiryIfThatIsWanted() {
        Harness cache = filled(1);
        cache.table.put(Row.of(2));
        cache.id(2);
        Instant now = cache.clock.instant();

        assertThat(export(cache, false).lines())
                .containsExactlyInAnyOrder(
                        RowFile.line(Row.of(1), null).strip(),
                        RowFile.line(Row.of(2), null).strip());
        assertThat(export(cache, true).lines())
                .containsExactlyInAnyOrder(
                        RowFile.line(Row.of(1), now.plus(HALF)).strip(),
                        RowFile.line(Row.of(2), now.plus(TTL)).strip());
        cache.clock.advance(HALF);
        assertThat(export(cache, false)).isEqualTo(RowFile.line(Row.of(2), null));
        assertThat(cache.table.statements()).isEqualTo(2);
    }

    @Test
    void withItsExpiryARowLivesAsLongAsItWouldHaveAndIsAsOldAsItIs() {
        Harness cache = filled(1);
        String file = export(cache, true);
        cache.engine.clear();

        assertThat(read(cache, file).loaded()).isEqualTo(1);
        assertThat(cache.stats().oldestAge()).isEqualTo(HALF);
        cache.clock.advance(HALF.minusMillis(1));
        assertThat(cache.byId.isCached(1L)).isTrue();
        cache.clock.advance(Duration.ofMillis(1));
        assertThat(cache.byId.isCached(1L)).isFalse();
    }

    @Test
    @Tag("F20")
    void withoutExpiryARowLivesAWholeTtl() {
        Harness cache = filled(1);
        String file = export(cache, false);
        cache.engine.clear();
        read(cache, file);
        cache.clock.advance(TTL.minusMillis(1));

        assertThat(cache.byId.isCached(1L)).isTrue();
        assertThat(cache.stats().oldestAge()).isEqualTo(TTL.minusMillis(1));
        cache.clock.advance(Duration.ofMillis(1));
        assertThat(cache.byId.isCached(1L)).isFalse();
    }

    @Test
    @Tag("F20")
    void noRowLivesLongerThanTheTtlHere() {
        Harness cache = lazy(options -> options.ttl(TTL));
        read(
                cache,
                RowFile.line(Row.of(1), cache.clock.instant().plus(TTL.multipliedBy(5)))
                        + RowFile.line(Row.of(2), Instant.MAX));
        cache.clock.advance(TTL);

        assertThat(cache.engine.cached()).isEmpty();
    }

    @Test
    void whatHasExpiredStaysOutThoughItMightStillBeServedStale() {
        Harness cache = lazy(options -> options.ttl(TTL).maxStale(TTL).staleIfError(TTL));
        Instant now = cache.clock.instant();

        assertThat(read(
                        cache,
                        RowFile.line(Row.of(1), now)
                                + RowFile.line(Row.of(2), now.minusMillis(1))
                                + RowFile.line(Row.of(3), Instant.MIN)
                                + RowFile.line(Row.of(4), now.plusMillis(1))))
                .isEqualTo(new ImportReport("Row", 1, 3, 0, 0));
        assertThat(cache.engine.cached()).containsExactly(Row.of(4));
    }

    @Test
    @Tag("F20")
    @Tag("F81")
    void whereNothingExpiresOnlyWhatCameWithAnExpiryDoes() {
        Harness cache = lazy(options -> options.ttl(CacheOptions.FOREVER));
        Instant end = cache.clock.instant().plus(HALF);
        read(cache, RowFile.line(Row.of(1), end) + RowFile.line(Row.of(2), null));

        assertThat(export(cache, true).lines())
                .containsExactlyInAnyOrder(
                        RowFile.line(Row.of(1), end).strip(),
                        RowFile.line(Row.of(2), null).strip());
        cache.clock.advance(HALF);
        assertThat(cache.engine.cached()).containsExactly(Row.of(2));
        assertThat(cache.stats().oldestAge()).isEqualTo(HALF);
    }

    @Test
    void malformedAnywhereNothingComesIn() {
        Harness cache = lazy(options -> options);
        List<Object> events = new ArrayList<>();
        cache.engine.on(ItemLoaded.class, events::add);

        assertThatThrownBy(() -> read(cache, RowFile.line(Row.of(1), null) + "what is this?\n"))
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageContaining("Row, line 2");
        assertNothingCameIn(cache, events);
    }

    @Test
    void aStreamThatBreaksIsToldAndNothingComesIn() {
        Harness cache = lazy(options -> options);
        List<Object> events = new ArrayList<>();
        cache.engine.on(ItemLoaded.class, events::add);
        IOException broken = new IOException("cable");
        InputStream in =
                new SequenceInputStream(stream(RowFile.line(Row.of(1), null)), new FilterInputStream(stream("")) {
                    @Override
                    public int read(byte[] buffer, int from, int length) throws IOException {
                        throw broken;
                    }
                });

        assertThatThrownBy(() -> transfers(cache).read(in))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(broken);
        assertNothingCameIn(cache, events);
        Harness full = filled(1);
        assertThatThrownBy(() -> transfers(full)
                        .write(
                                new OutputStream() {
                                    @Override
                                    public void write(int value) throws IOException {
                                        throw broken;
                                    }
                                },
                                false))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(broken);
    }

    @Test
    @Tag("P1")
    void aRowThatChangesWhileTheFileIsReadIsRejected() {
        Harness cache = filled(2);
        String file = export(cache, true);
        cache.engine.clear();
        InputStream in = new FilterInputStream(stream(file)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int read = super.read(buffer, from, length);
                if (read < 0) {
                    cache.write(Row.of(1).payload("new"));
                }
                return read;
            }
        };

        assertThat(transfers(cache).read(in)).isEqualTo(new ImportReport("Row", 1, 0, 0, 1));
        assertThat(cache.id(1)).contains(Row.of(1).payload("new"));
    }

    @Test
    void rowsMayComeAndGoWhileTheyAreWritten() {
        Harness cache = filled(50);
        List<Integer> lines = new ArrayList<>();
        transfers(cache)
                .write(
                        new OutputStream() {
                            @Override
                            public void write(int value) {
                                throw new AssertionError("a byte at a time");
                            }

                            @Override
                            public void write(byte[] buffer, int from, int length) {
                                lines.add(length);
                                cache.engine.invalidateMany(
                                        LongStream.rangeClosed(1, 49).boxed().toList());
                            }
                        },
                        true);

        assertThat(lines).hasSizeBetween(1, 50);
        assertThat(cache.byId.isCached(50L)).isTrue();
    }

    @Test
    @Tag("F50")
    void aClosedCacheWritesAndReadsNothingAndOneThatIsClosedMeanwhileSaysSo() {
        Harness cache = filled(1);
        OutputStream closing = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                cache.close();
            }
        };

        assertThatThrownBy(() -> transfers(cache).write(closing, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Row is closed");
        assertThatThrownBy(() -> cache.engine.writeJson(closing, false)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cache.engine.readJson(stream(""))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aModelThatDoesNotSayWhatASnapshotConsistsOfCannotLeave() {
        record Plain(Long id) {}
        InMemoryEngine<Plain, Long> cache = InMemoryEngine.create(
                EntityModel.<Plain, Plain, Long>builder(ContractLevel.CURRENT, "Plain", Plain.class, Plain.class)
                        .id(KeyModel.unique("id", Long.class, "getById", AttributePath.of("id"), Plain::id))
                        .projection(new Projection<>(Plain.class, List.of(), List.of(), row -> new Plain(row.get(0))))
                        .of(row -> row)
                        .build(),
                List.of(new Plain(1L)));

        assertThatThrownBy(() -> cache.writeJson(new ByteArrayOutputStream(), false))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("Plain cannot be written or read as JSON")
                .hasMessageContaining("turnkey-processor");
        assertThatThrownBy(() -> cache.readJson(stream(""))).isInstanceOf(CacheException.class);
    }
}
