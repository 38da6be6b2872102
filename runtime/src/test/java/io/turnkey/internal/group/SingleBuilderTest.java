package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.CacheEvent;
import io.turnkey.CacheException;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheLoadException;
import io.turnkey.EntityCache;
import io.turnkey.internal.group.Shop.UserCache;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingleBuilderTest {
    private final FakeDatabase database = new FakeDatabase();
    private final List<CacheEvent> events = new CopyOnWriteArrayList<>();

    @Test
    @Tag("F70")
    void openLoadsTheModel() {
        try (UserCache users = builder().open(database.factory)) {
            assertThat(users.isReady()).isTrue();
            assertThat(users.size()).isEqualTo(3);
        }
    }

    @Test
    @Tag("F70")
    void buildDoesNotLoad() {
        try (UserCache users = builder().build(database.factory)) {
            assertThat(users.isReady()).isFalse();
            users.start();
            assertThat(users.isReady()).isTrue();
        }
    }

    @Test
    @Tag("F75")
    void laterOptionsSeeWhatEarlierOnesSet() {
        try (UserCache users = builder()
                .configure(options -> options.maxSize(10).maxListSize(5))
                .configure(options -> options.maxSize(20))
                .build(database.factory)) {
            assertThat(users.options().maxSize()).isEqualTo(20);
            assertThat(users.options().maxListSize()).isEqualTo(5);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder().configure(options -> options.maxSize(0)).build(database.factory))
                .withMessage("Options of User: maxSize must be at least 1, but is 0");
    }

    @Test
    @Tag("F50")
    @Tag("F80")
    void closingTheCacheClosesAllThatWasOpenedForItAfterTheLastEvent() {
        UserCache users = builder().on(CacheEvent.class, events::add).open(database.factory);

        users.close();
        users.close();

        assertThat(database.closes).hasValue(1);
        assertThat(events).last().isEqualTo(new CacheEvent.Closed("User"));
        assertThatIllegalStateException().isThrownBy(() -> users.getById(1L));
    }

    @Test
    @Tag("F50")
    void noThreadSurvivesClose() throws InterruptedException {
        UserCache users = builder().on(CacheEvent.class, events::add).open(database.factory);
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("turnkey-User-"))
                .toList();
        assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);

        users.close();

        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    @Tag("F70")
    @Tag("F80")
    void aLoadThatFailsClosesTheCacheAndIsTold() {
        database.fail(Shop.User.class, new IllegalStateException("no table"));

        assertThatExceptionOfType(CacheInitializationException.class)
                .isThrownBy(() -> builder().on(CacheEvent.class, events::add).open(database.factory))
                .withMessageStartingWith("User could not be opened: ")
                .havingRootCause()
                .withMessage("no table");
        assertThat(events).hasSize(2).last().isEqualTo(new CacheEvent.Closed("User"));
        assertThat(events).first().isInstanceOfSatisfying(CacheEvent.Failed.class, failed -> {
            assertThat(failed.operation()).isEqualTo("start");
            assertThat(failed.error())
                    .isInstanceOf(CacheLoadException.class)
                    .hasMessageStartingWith("User could not be loaded: ")
                    .hasRootCauseMessage("no table");
        });
        assertThat(database.closes).hasValue(1);
    }

    @Test
    @Tag("F70")
    void anEntityThatTheFactoryDoesNotKnowIsRefused() {
        database.drop(Shop.User.class);

        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> builder().build(database.factory))
                .withMessageStartingWith(Shop.User.class.getName() + " is not an entity of this persistence unit");
        assertThat(database.closes).hasValue(1);
    }

    @Test
    @Tag("F75")
    void aBuilderWorksOnceAndSaysSo() {
        EntityCache.Builder<UserCache> builder = builder();
        try (UserCache users = builder.build(database.factory)) {
            assertThat(users.model()).isEqualTo("User");
            assertThatIllegalStateException()
                    .isThrownBy(() -> builder.open(database.factory))
                    .withMessageContaining("UserCache.builder()");
            assertThatIllegalStateException().isThrownBy(() -> builder.configure(options -> {}));
        }
    }

    private EntityCache.Builder<UserCache> builder() {
        return new SingleBuilder<>(Shop.USER, database.adapters());
    }
}
