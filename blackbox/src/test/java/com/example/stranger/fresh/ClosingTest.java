package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.BranchSnapshot;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.CacheGroup;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("Closing while something is under way")
@Tag("H28")
@Tag("F50")
class ClosingTest extends FreshTest {
    ClosingTest(Database database) {
        super(database);
    }

    private CacheGroup group(String name, LoadMode load) {
        return GeneratedCaches.all()
                .name(name)
                .only(SubscriberCache.class, BranchCache.class)
                .defaults(o -> o.load(load))
                .loadFrom(unit.loads().source())
                .open(unit.factory());
    }

    private static void leavesNoThread(String name) throws InterruptedException {
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("turnkey-" + name + "-"))
                .toList();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void aLoadIsToldAndInstallsNothingAndNoThreadStays() throws InterruptedException {
        persist(subscriber(1, "old"));
        CacheGroup caches = group("loading", LoadMode.LAZY);
        SubscriberCache subscribers = caches.get(SubscriberCache.class);
        Gate gate = unit.loads().holdNextAnswer();
        Call<Optional<SubscriberSnapshot>> reader = Call.to(() -> subscribers.getById(1L));
        gate.awaitArrival();

        caches.close();
        assertThatThrownBy(reader::result).hasStackTraceContaining("Subscriber is closed");
        gate.open();

        leavesNoThread("loading");
        assertThat(subscribers.size()).isZero();
        assertThatThrownBy(() -> subscribers.getById(1L)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSyncIsToldAndNoThreadStays() throws InterruptedException {
        persist(subscriber(1, "old"));
        CacheGroup caches = group("syncing", LoadMode.FULL);
        SubscriberCache subscribers = caches.get(SubscriberCache.class);
        Gate gate = unit.loads().holdNextAnswer();
        Call<Boolean> sync = Call.toRun(() -> subscribers.sync(SyncMode.FULL));
        gate.awaitArrival();

        caches.close();
        assertThatThrownBy(sync::result).hasStackTraceContaining("Subscriber is closed");
        gate.open();

        leavesNoThread("syncing");
    }

    @Test
    void aCommitThatIsUnderWaySucceedsAndSoDoLaterOnes() throws InterruptedException {
        persist(subscriber(1, "old"));
        CacheGroup caches = group("writing", LoadMode.FULL);
        Gate commit = unit.writes().holdNextCommit();
        Call<Boolean> writer = Call.toRun(() -> change(1, s -> s.body = "new"));
        commit.awaitArrival();

        caches.close();
        commit.open();
        writer.result();
        change(1, s -> s.body = "newer");

        leavesNoThread("writing");
        agrees(subscribers(LoadMode.LAZY));
    }

    @Test
    void anotherCacheDoesNotNotice() {
        persist(subscriber(1, "old"), new Branch(1L, "Bremen"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        BranchCache branches = open(BranchCache.builder().configure(o -> o.load(LoadMode.LAZY)));
        Gate gate = unit.loads().holdNextAnswer(sql -> sql.contains("Branch"));
        Call<Optional<BranchSnapshot>> reader = Call.to(() -> branches.getById(1L));
        gate.awaitArrival();

        subscribers.close();
        gate.open();

        assertThat(reader.result()).map(BranchSnapshot::city).contains("Bremen");
        assertThat(branches.isCachedById(1L)).isTrue();
        write(em -> em.find(Branch.class, 1L).city = "Essen");
        assertThat(branches.getById(1L)).map(BranchSnapshot::city).contains("Essen");
    }
}
