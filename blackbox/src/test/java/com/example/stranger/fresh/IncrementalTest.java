package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Sample;
import com.example.blackbox.fresh.SampleCache;
import com.example.blackbox.fresh.SampleSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import com.example.stranger.watch.Heard;
import io.turnkey.CacheEvent.Synced;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("An incremental sync finds what others wrote")
@Tag("H18")
@Tag("F42")
class IncrementalTest extends FreshTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Clock clock = new Clock();
    private SampleCache samples;

    IncrementalTest(Database database) {
        super(database);
    }

    @BeforeEach
    void rows() {
        for (long id = 1; id <= 3; id++) {
            another(id, "old", now.minus(Duration.ofHours(1)));
        }
        samples = open(SampleCache.builder().clock(clock));
    }

    /** Another application, which the hooks do not see. */
    private void another(long id, String content, Instant changedAt) {
        jdbc("delete from Sample where id = " + id);
        jdbc("insert into Sample (id, code, content, changedAt) values (" + id + ", 'code" + id + "', '" + content
                + "', timestamp with time zone '"
                + changedAt.toString().replace("T", " ").replace("Z", "+00:00") + "')");
    }

    private String content(long id) {
        return samples.getById(id).map(SampleSnapshot::content).orElse("no such row");
    }

    private void agrees() {
        List<SampleSnapshot> rows = unit.factory()
                .callInTransaction(em -> em.createQuery("from Sample", Sample.class)
                        .getResultStream()
                        .map(SampleSnapshot::of)
                        .toList());
        assertThat(samples.listAll()).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(rows)
                .allSatisfy(row -> assertThat(samples.getByCode(row.code())).contains(row));
    }

    @Test
    void aChangeAndAnInsert() {
        another(1, "new", now);
        another(4, "new", now);
        assertThat(content(1)).isEqualTo("old");

        samples.refresh();

        assertThat(content(1)).isEqualTo("new");
        assertThat(content(4)).isEqualTo("new");
        agrees();
    }

    @Test
    void aRowThatChangesAgainAtTheVerySameTime() {
        another(1, "new", now);
        samples.refresh();
        another(1, "newer", now);
        another(2, "new", now);

        samples.refresh();

        assertThat(content(1)).isEqualTo("newer");
        assertThat(content(2)).isEqualTo("new");
        agrees();
    }

    @Test
    void aCommitThatCameLate() {
        another(1, "new", now);
        samples.refresh();
        another(2, "late", now.minus(Duration.ofSeconds(30)));

        samples.refresh();

        assertThat(content(2)).isEqualTo("late");
        agrees();
    }

    @Test
    void aCommitThatIsNewerThanTheNewestRowIsNeverTooLate() {
        samples.refresh();
        another(2, "late", now.minus(Duration.ofMinutes(50)));

        samples.refresh();

        assertThat(content(2)).isEqualTo("late");
        agrees();
    }

    @Test
    void howLateACommitMayBeCanBeSaid() {
        SampleCache patient = open(SampleCache.builder()
                .configure(o -> o.syncOverlap(Duration.ofMinutes(30)))
                .clock(clock));
        another(1, "new", now);
        patient.refresh();
        samples.refresh();
        another(2, "late", now.minus(Duration.ofMinutes(20)));

        patient.refresh();
        samples.refresh();

        assertThat(patient.getById(2L)).map(SampleSnapshot::content).contains("late");
        assertThat(content(2)).as("of a cache that waits for a minute").isEqualTo("old");
    }

    @Test
    @Tag("F22")
    void theTimerReadsNoMoreThanWhatChanged() {
        Heard heard = new Heard();
        SampleCache refreshed = open(SampleCache.builder()
                .configure(o -> o.refreshInterval(Duration.ofMillis(20)))
                .clock(clock));
        refreshed.on(Synced.class, heard);
        another(1, "new", now);
        int before = heard.all().size();

        // One that is told of late, one that may be under way, and one that began later.
        List<Synced> syncs = heard.await(Synced.class, before + 3);

        assertThat(refreshed.peekById(1L)).map(SampleSnapshot::content).contains("new");
        assertThat(syncs).extracting(Synced::mode).containsOnly(SyncMode.INCREMENTAL);
    }

    @Test
    void aNodeWhoseClockIsAheadHidesNothing() {
        another(1, "from the future", now.plus(Duration.ofHours(6)));
        samples.refresh();
        another(2, "new", Instant.now().truncatedTo(ChronoUnit.MILLIS));

        samples.refresh();

        assertThat(content(1)).isEqualTo("from the future");
        assertThat(content(2)).isEqualTo("new");
        agrees();
    }

    @Test
    void aRowThatCameWhileItWasRead() {
        another(1, "new", now);
        Gate gate = unit.loads().holdNextAnswer(sql -> sql.contains("changedAt"));
        Call<Boolean> sync = Call.toRun(samples::refresh);
        gate.awaitArrival();
        another(2, "meanwhile", Instant.now().truncatedTo(ChronoUnit.MILLIS));
        gate.open();
        sync.result();

        samples.refresh();

        assertThat(content(2)).isEqualTo("meanwhile");
        agrees();
    }

    @Test
    void aDeletionIsFoundWhenItIsTimeToCompareEveryRow() {
        jdbc("delete from Sample where id = 1");
        samples.refresh();
        assertThat(content(1)).as("nothing tells that a row is gone").isEqualTo("old");

        clock.advance(samples.options().resolved().reconcileInterval());
        samples.refresh();

        assertThat(content(1)).isEqualTo("no such row");
        agrees();
    }

    @Test
    void whatIsOlderThanTheOverlapIsFoundWhenItIsTimeToCompareEveryRow() {
        another(1, "new", now);
        samples.refresh();
        another(2, "very late", now.minus(Duration.ofMinutes(20)));
        jdbc("update Sample set content = 'no time' where id = 3");
        samples.refresh();
        assertThat(content(3)).isEqualTo("old");

        clock.advance(samples.options().resolved().reconcileInterval());
        samples.refresh();

        assertThat(content(2)).isEqualTo("very late");
        assertThat(content(3)).isEqualTo("no time");
        agrees();
    }

    @Test
    @Tag("F41")
    void aFullSyncFindsEverything() {
        jdbc("delete from Sample where id = 1");
        jdbc("update Sample set content = 'no time' where id = 3");

        samples.sync(SyncMode.FULL);

        assertThat(content(1)).isEqualTo("no such row");
        assertThat(content(3)).isEqualTo("no time");
        agrees();
    }

    @ParameterizedTest
    @EnumSource(SyncMode.class)
    @Tag("F29")
    void ofATableThatIsNotKeptWholeOnlyCachedRowsAreRead(SyncMode mode) {
        SampleCache lazy =
                open(SampleCache.builder().configure(o -> o.load(LoadMode.LAZY)).clock(clock));
        lazy.sync(mode);
        lazy.getById(1L);
        another(1, "new", now);
        another(2, "new", now);

        lazy.sync(mode);

        assertThat(lazy.isCachedById(2L)).isFalse();
        assertThat(lazy.getById(1L)).map(SampleSnapshot::content).contains("new");
        assertThat(lazy.size()).isEqualTo(1);
    }
}
