package com.example.stranger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.Sample;
import com.example.blackbox.fresh.SampleCache;
import com.example.blackbox.fresh.SampleSnapshot;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.CacheGroup;
import io.turnkey.ImportReport;
import io.turnkey.SnapshotFormatException;
import io.turnkey.annotation.LoadMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("What an import lets in, and what not")
@Tag("F49")
class ImportTest extends Imports {
    ImportTest(Database database) {
        super(database);
    }

    @Test
    void onlyWhereMemoryHasNothing() {
        String json = export();
        SubscriberCache subscribers = lazy();
        change(1, s -> s.body = "new");
        SubscriberSnapshot before = subscribers.getById(1L).orElseThrow();

        assertThat(subscribers.loadFromJson(json)).isEqualTo(report(4, 0, 1, 0));

        assertThat(subscribers.getById(1L).orElseThrow()).isSameAs(before);
        assertThat(subscribers.loadFromJson(json)).isEqualTo(report(0, 0, ROWS, 0));
        agrees(subscribers);
    }

    @Test
    void whatChangedBeforeTheImportBeganIsNotChecked() {
        String json = export();
        change(1, s -> s.body = "new");
        SubscriberCache subscribers = lazy();
        subscribers.loadFromJson(json);
        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("old");

        change(1, s -> s.body = "newer");

        agrees(subscribers);
    }

    @Test
    void aKeyThatBelongsToAnotherRowStaysWithIt() {
        String json = export();
        jdbc("update Subscriber set email = 'gone' where id = 1");
        jdbc("update Subscriber set email = 'mail1' where id = 2");
        SubscriberCache subscribers = lazy();
        subscribers.getById(2L);

        assertThat(subscribers.loadFromJson(json)).isEqualTo(report(ROWS - 2, 0, 1, 1));

        assertThat(subscribers.getByEmail("mail1")).map(SubscriberSnapshot::id).contains(2L);
        agrees(subscribers);
    }

    @Test
    @Tag("F27")
    void notWhatIsRememberedToBeAbsent() {
        String json = export();
        jdbc("delete from Subscriber where id <= 2");
        SubscriberCache subscribers = open(
                SubscriberCache.builder().configure(o -> o.load(LoadMode.LAZY).negativeTtl(Duration.ofMinutes(1))));
        assertThat(subscribers.getById(1L)).isEmpty();
        assertThat(subscribers.getByEmail("mail2")).isEmpty();

        assertThat(subscribers.loadFromJson(json)).isEqualTo(report(ROWS - 2, 0, 0, 2));
        agrees(subscribers);
    }

    @Test
    @Tag("F21")
    void noMoreThanThereIsRoomFor() {
        String json = export();
        SubscriberCache subscribers = open(
                SubscriberCache.builder().configure(o -> o.load(LoadMode.LAZY).maxSize(3)));
        SubscriberSnapshot used = subscribers.getById(5L).orElseThrow();

        assertThat(subscribers.loadFromJson(json)).isEqualTo(report(2, 0, 1, 2));

        assertThat(subscribers.size()).isEqualTo(3);
        assertThat(subscribers.stats().evictions()).isZero();
        assertThat(subscribers.peekById(5L)).containsSame(used);
        agrees(subscribers);
    }

    @Test
    @Tag("F80")
    void malformedInItsLastRowNothingComesIn() {
        String json = export();
        int last = json.lastIndexOf("\"mail");
        for (String broken : List.of(
                json.substring(0, last) + "7" + json.substring(json.indexOf(',', last)),
                json.substring(0, last),
                json + "x",
                json.substring(0, json.lastIndexOf(']')))) {
            Queue<CacheEvent> events = new ConcurrentLinkedQueue<>();
            SubscriberCache subscribers = lazy();
            subscribers.on(ItemLoaded.class, events::add);

            assertThatExceptionOfType(SnapshotFormatException.class)
                    .isThrownBy(() -> subscribers.loadFromJson(broken))
                    .satisfies(e -> {
                        assertThat(e.model()).isEqualTo("Subscriber");
                        assertThat(e.line()).isGreaterThanOrEqualTo(ROWS);
                        assertThat(e).hasMessageContaining("line " + e.line()).hasMessageContaining(e.path());
                    });

            assertThat(subscribers.size()).isZero();
            assertThat(subscribers.loadFromJson(json).loaded())
                    .as("and it works afterwards")
                    .isEqualTo(ROWS);
            subscribers.close();
            assertThat(events).as("of the second only").hasSize(ROWS);
        }
    }

    @Test
    void halfASurrogatePairInATextIsRefusedWhereItStands() {
        String json = export().replaceFirst("mail3", "mail\uD83D");
        SubscriberCache subscribers = lazy();
        String before = json.substring(0, json.indexOf('\uD83D'));

        assertThatExceptionOfType(SnapshotFormatException.class)
                .isThrownBy(() -> subscribers.loadFromJson(json))
                .satisfies(refused -> {
                    assertThat(refused.model()).isEqualTo("Subscriber");
                    assertThat(refused.line()).isEqualTo((int) before.lines().count());
                    assertThat(refused.column()).isEqualTo(before.length() - before.lastIndexOf('\n'));
                });
        assertThat(subscribers.size()).isZero();
    }

    @Test
    void aStreamThatBreaksChangesNothing() {
        String json = export();
        SubscriberCache subscribers = lazy();
        IOException cause = new IOException("the disk is gone");
        InputStream begin =
                new ByteArrayInputStream(json.substring(0, json.length() - 4).getBytes(StandardCharsets.UTF_8));
        InputStream end = new InputStream() {
            @Override
            public int read() throws IOException {
                throw cause;
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> subscribers.readJson(new SequenceInputStream(begin, end)))
                .withCause(cause);
        assertThat(subscribers.size()).isZero();
        subscribers.getById(1L);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> subscribers.writeJson(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw cause;
                            }
                        },
                        true))
                .withCause(cause);
    }

    @Test
    void neitherStreamIsClosed() {
        SubscriberCache subscribers = subscribers(LoadMode.FULL);
        boolean[] closed = new boolean[1];
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        subscribers.writeJson(out, true);
        subscribers.readJson(new ByteArrayInputStream(out.toByteArray()) {
            @Override
            public void close() {
                closed[0] = true;
            }
        });

        assertThat(closed[0]).isFalse();
    }

    @Test
    void aFileOfAnotherSchemaIsRefusedAndEachDifferenceNamed() {
        String json = export();
        SubscriberCache subscribers = lazy();

        assertThatExceptionOfType(SnapshotFormatException.class)
                .isThrownBy(() -> subscribers.loadFromJson(
                        json.replace("\"tier\"", "\"rank\"").replace("\"version\":\"long\"", "\"version\":\"int\"")))
                .satisfies(e -> assertThat(e.path()).isEqualTo("$.schema"))
                .withMessageContainingAll("Subscriber", "tier is missing", "version", "int", "long");
        assertThatExceptionOfType(SnapshotFormatException.class)
                .isThrownBy(() ->
                        subscribers.loadFromJson(json.replace("\"model\":\"Subscriber\"", "\"model\":\"Branch\"")))
                .withMessageContainingAll("Subscriber", "Branch");
        assertThatExceptionOfType(SnapshotFormatException.class).isThrownBy(() -> subscribers.loadFromJson("{}"));
        assertThatExceptionOfType(SnapshotFormatException.class).isThrownBy(() -> subscribers.loadFromJson(""));
        assertThat(subscribers.size()).isZero();
    }

    @Test
    void attributesThatThisVersionDoesNotHaveAreIgnored() {
        String json = export();
        SubscriberCache subscribers = lazy();

        ImportReport report = subscribers.loadFromJson(
                json.replace("\"id\":\"long\"", "\"old\":[\"List\",{\"x\":\"String\"}],\"id\":\"long\"")
                        .replace("{\"id\":", "{\"old\":[{\"x\":null},{}],\"id\":"));

        assertThat(report).isEqualTo(report(ROWS, 0, 0, 0));
        agrees(subscribers);
    }

    @Test
    @Tag("F20")
    void withItsExpiryARowIsSkippedOrLivesAsLongAsItWasTo() {
        SubscriberCache source = lazy();
        source.getById(1L);
        clock.advance(Duration.ofMinutes(40));
        source.getById(2L);
        String withMeta = source.toJson(true);
        String plain = source.toJson(false);
        clock.advance(Duration.ofMinutes(30));

        SubscriberCache subscribers = lazy();
        assertThat(subscribers.loadFromJson(withMeta)).isEqualTo(report(1, 1, 0, 0));
        assertThat(subscribers.isCachedById(1L)).isFalse();
        clock.advance(Duration.ofMinutes(30));
        assertThat(subscribers.isExpired(2L)).isTrue();

        SubscriberCache anew = lazy();
        assertThat(anew.loadFromJson(plain)).isEqualTo(report(2, 0, 0, 0));
        clock.advance(Duration.ofMinutes(59));
        assertThat(anew.isCachedById(1L)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(anew.isCachedById(1L)).isFalse();
        assertThat(anew.toJson(true)).as("expired rows are not written").doesNotContain("mail1");
    }

    @Test
    void aCacheThatHoldsTheWholeTableKnowsWhatDoesNotExist() {
        String json = export();
        jdbc("delete from Subscriber where id = 1");
        SubscriberCache whole = subscribers(LoadMode.FULL);

        assertThat(whole.loadFromJson(json)).isEqualTo(report(0, 0, ROWS - 1, 1));

        whole.invalidateById(2L);
        ImportReport again = whole.loadFromJson(json);
        assertThat(again.total()).isEqualTo(ROWS);
        agrees(whole);
        assertThat(whole.getById(1L)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    @Tag("F42")
    void theNextRefreshDropsWhatIsNotTrueAlsoIfItIsIncremental(LoadMode load) {
        Instant then = Instant.parse("2020-01-01T00:00:00Z");
        for (long id = 1; id <= 3; id++) {
            persist(new Sample(id, "code" + id, "old", then));
        }
        SampleCache source = open(SampleCache.builder());
        String json = source.toJson(false);
        source.close();
        // Long ago, as far as the rows can tell: an incremental refresh alone would not notice.
        jdbc("update Sample set content = 'new' where id = 1");
        jdbc("delete from Sample where id = 2");
        SampleCache samples = open(SampleCache.builder().configure(o -> o.load(load)));
        samples.refresh();
        if (load == LoadMode.FULL) {
            samples.clear();
        }
        samples.loadFromJson(json);

        samples.refresh();

        assertThat(samples.peekById(2L)).isEmpty();
        assertThat(samples.peekById(1L)).map(SampleSnapshot::content).isNotEqualTo(Optional.of("old"));
        assertThat(samples.audit(10).differences()).isEmpty();
        assertThat(samples.getById(1L)).map(SampleSnapshot::content).contains("new");
    }

    @Test
    @Tag("F84")
    void cachesInMemoryWriteAndReadTheSameFiles() {
        String json = export();
        List<Subscriber> some = List.of(subscriber(1, "mine"), subscriber(2, "mine"));
        try (SubscriberCache.InMemory memory = SubscriberCache.inMemory(some);
                SubscriberCache.InMemory copy = SubscriberCache.inMemory(some)) {
            assertThat(memory.loadFromJson(json))
                    .as("what was given is the table")
                    .isEqualTo(report(0, 0, 2, ROWS - 2));
            assertThat(memory.getById(1L)).map(SubscriberSnapshot::body).contains("mine");

            copy.clear();
            assertThat(copy.loadFromJson(memory.toJson(true)).loaded()).isEqualTo(2);
            assertThat(copy.cached()).containsExactlyInAnyOrderElementsOf(memory.listAll());
            assertThat(copy.preload(() -> memory.listAll()).present()).isEqualTo(2);
        }
        SubscriberCache subscribers = lazy();
        try (SubscriberCache.InMemory memory = SubscriberCache.inMemory(some)) {
            assertThat(subscribers.loadFromJson(memory.toJson(false)).loaded()).isEqualTo(2);
        }
    }

    @Test
    @Tag("F36")
    void aBypassedCacheKeepsNothing() {
        String json = export();
        SubscriberCache subscribers = lazy();
        subscribers.bypass(true);

        assertThat(subscribers.loadFromJson(json)).isEqualTo(report(0, 0, 0, ROWS));
        assertThat(subscribers.size()).isZero();
        assertThat(subscribers.toJson(false)).doesNotContain("mail1");

        subscribers.bypass(false);
        assertThat(subscribers.loadFromJson(json).loaded()).isEqualTo(ROWS);
        SubscriberCache disabled = open(SubscriberCache.builder().configure(o -> o.enabled(false)));
        assertThat(disabled.loadFromJson(json).rejected()).isEqualTo(ROWS);
    }

    @Test
    @Tag("F70")
    @Tag("F76")
    void aCacheOfAGroupStartsWarm() {
        String json = export();
        try (CacheGroup caches = GeneratedCaches.all()
                .only(SubscriberCache.class, BranchCache.class)
                .defaults(o -> o.load(LoadMode.LAZY))
                .loadFrom(unit.loads().source())
                .open(unit.factory())) {
            SubscriberCache subscribers = caches.get(SubscriberCache.class);

            assertThat(subscribers.loadFromJson(json).loaded()).isEqualTo(ROWS);
            assertThat(caches.get("Branch")
                            .loadFromJson(caches.get("Branch").toJson(true))
                            .total())
                    .isZero();

            unit.loads().cut(true);
            assertThat(subscribers.getByEmail("mail3")).isPresent();
            unit.loads().cut(false);
            caches.refresh();
            assertThat(subscribers.size()).isEqualTo(ROWS);
            agrees(subscribers);
        }
    }
}
