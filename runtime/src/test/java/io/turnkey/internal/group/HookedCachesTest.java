package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.internal.group.Shop.OrderCache;
import io.turnkey.internal.group.Shop.UserCache;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.WriteSink;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Caches, alone and in groups, that hear of the writes to their models. */
@Tag("F44")
@Timeout(60)
class HookedCachesTest {
    private final FakeDatabase database = new FakeDatabase();
    private final FakeDatabase second = new FakeDatabase();
    private final Adapters adapters =
            new Adapters(new SourceProviders(List.of(database, second)), SecondLevels.installed());

    private UserCache users() {
        return new SingleBuilder<>(Shop.USER, adapters).open(database.factory);
    }

    @Test
    @Tag("H28")
    void anOpenCacheHearsOfWritesAndAClosedOneDoesNot() {
        UserCache users = users();
        assertThat(database.sinks)
                .singleElement()
                .satisfies(sink -> assertThat(sink.model().name()).isEqualTo("User"));
        database.sinks.get(0).blockAll().settle(Outcome.ROLLED_BACK);
        users.close();

        assertThat(database.sinks).isEmpty();
    }

    @Test
    @Tag("H28")
    void anotherPersistenceUnitIsOpenedOnceAndClosedWithTheCache() {
        UserCache users = users();
        users.attachHooks(second.factory);
        users.detachHooks();
        assertThat(second.sinks).isEmpty();
        users.attachHooks(second.factory);
        assertThat(second.sinks).hasSize(1);
        assertThat(second.closes).hasValue(0);
        users.close();

        assertThat(second.sinks).isEmpty();
        assertThat(second.closes).hasValue(1);
        assertThat(database.closes).hasValue(1);
    }

    @Test
    void aPersistenceUnitThatNoAdapterKnowsOrThatLacksTheEntityIsRefused() {
        FakeDatabase stranger = new FakeDatabase();
        second.drop(Shop.User.class);
        try (UserCache users = users()) {
            assertThatExceptionOfType(CacheException.class)
                    .isThrownBy(() -> users.attachHooks(stranger.factory))
                    .withMessageContaining("No adapter");
            assertThatExceptionOfType(CacheException.class)
                    .isThrownBy(() -> users.attachHooks(second.factory))
                    .withMessageContaining("User")
                    .withMessageContaining("not an entity of the other persistence unit");
            assertThat(second.sinks).isEmpty();
        }
    }

    @Test
    void theCachesOfAGroupHearEachOfItsOwnModel() {
        GroupBuilder builder = new GroupBuilder(Shop.ALL, adapters, LoggerFactory::getLogger);
        try (CacheGroup group = builder.open(database.factory)) {
            assertThat(database.sinks)
                    .extracting(sink -> sink.model().name())
                    .containsExactlyInAnyOrder("User", "Order", "Product");
            group.get(UserCache.class).attachHooks(second.factory);
            group.get(OrderCache.class).attachHooks(second.factory);
            assertThat(second.sinks)
                    .extracting(WriteSink::model)
                    .extracting("name")
                    .containsExactlyInAnyOrder("User", "Order");
        }
        assertThat(database.sinks).isEmpty();
        assertThat(second.sinks).isEmpty();
        assertThat(second.closes).hasValue(1);
    }
}
