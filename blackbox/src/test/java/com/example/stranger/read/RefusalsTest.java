package com.example.stranger.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberCache.TenantAndLogin;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.Database;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@DisplayName("What every operation refuses")
class RefusalsTest extends FreshTest {
    RefusalsTest() {
        super(Database.H2);
    }

    private static Named<Consumer<SubscriberCache>> call(String name, Consumer<SubscriberCache> operation) {
        return Named.of(name, operation);
    }

    @TestFactory
    @Tag("F30")
    Stream<DynamicTest> aNullByTheNameOfTheKey() {
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        Collection<String> nothing = Collections.singleton(null);
        return Stream.of(
                        call("id", c -> c.getById(null)),
                        call("id", c -> c.getManyById(Arrays.asList(1L, null))),
                        call("id", c -> c.peekById(null)),
                        call("id", c -> c.isCachedById(null)),
                        call("id", c -> c.isExpired(null)),
                        call("id", c -> c.refreshById(null)),
                        call("id", c -> c.invalidateById(null)),
                        call("email", c -> c.getByEmail(null)),
                        call("email", c -> c.getManyByEmail(nothing)),
                        call("email", c -> c.peekByEmail(null)),
                        call("email", c -> c.isCachedByEmail(null)),
                        call("email", c -> c.invalidateByEmail(null)),
                        call("tenant", c -> c.getByTenantAndLogin(null, "login")),
                        call("login", c -> c.getByTenantAndLogin(1L, null)),
                        call("login", c -> c.getManyByTenantAndLogin(List.of(new TenantAndLogin(1L, null)))),
                        call("login", c -> c.invalidateByTenantAndLogin(1L, null)),
                        call("tier", c -> c.listByTier(null)),
                        call("tier", c -> c.listManyByTier(nothing)),
                        call("tier", c -> c.isCachedByTier(null)),
                        call("tier", c -> c.invalidateByTier(null)),
                        call("email", c -> c.getByKey("email", null)),
                        call("key", c -> c.getByKey(null, "mail1")))
                .map(operation -> DynamicTest.dynamicTest(operation.getName(), () -> {
                    assertThatNullPointerException()
                            .isThrownBy(() -> operation.getPayload().accept(subscribers))
                            .withMessageContaining(operation.getName());
                    assertThat(subscribers.stats().loads()).isZero();
                }));
    }

    @TestFactory
    @Tag("F50")
    Stream<DynamicTest> whateverIsAskedOfAClosedCache() {
        SubscriberCache closed = subscribers(LoadMode.LAZY);
        closed.close();
        closed.close();
        return Stream.of(
                        call("getById", c -> c.getById(1L)),
                        call("getByEmail", c -> c.getByEmail("mail1")),
                        call("getManyById", c -> c.getManyById(List.of(1L))),
                        call("getManyById of nothing", c -> c.getManyById(List.of())),
                        call("listByTier", c -> c.listByTier("free")),
                        call("listManyByTier", c -> c.listManyByTier(List.of("free"))),
                        call("listAll", SubscriberCache::listAll),
                        call("cached", SubscriberCache::cached),
                        call("peekById", c -> c.peekById(1L)),
                        call("isCachedByEmail", c -> c.isCachedByEmail("mail1")),
                        call("isCachedByTier", c -> c.isCachedByTier("free")),
                        call("isExpired", c -> c.isExpired(1L)),
                        call("dump", c -> c.dump(1)),
                        call("refreshById", c -> c.refreshById(1L)),
                        call("invalidateById", c -> c.invalidateById(1L)),
                        call("invalidateMany", c -> c.invalidateMany(List.of(1L))),
                        call("invalidateByEmail", c -> c.invalidateByEmail("mail1")),
                        call("invalidateByTier", c -> c.invalidateByTier("free")),
                        call("clear", SubscriberCache::clear),
                        call("clearEmailIndex", SubscriberCache::clearEmailIndex),
                        call("clearTierIndex", SubscriberCache::clearTierIndex),
                        call("refresh", SubscriberCache::refresh),
                        call("sync", c -> c.sync(SyncMode.FULL)),
                        call("audit", c -> c.audit(1)),
                        call("preload", c -> c.preload(List::of)),
                        call("toJson", c -> c.toJson(true)),
                        call("loadFromJson", c -> c.loadFromJson("{}")),
                        call("bypass", c -> c.bypass(true)),
                        call("start", SubscriberCache::start),
                        call("attachHooks", SubscriberCache::attachHooks),
                        call("startAutoRefresh", SubscriberCache::startAutoRefresh),
                        call("startCleanup", SubscriberCache::startCleanup))
                .map(operation -> DynamicTest.dynamicTest(
                        operation.getName(),
                        () -> assertThatIllegalStateException()
                                .isThrownBy(() -> operation.getPayload().accept(closed))
                                .withMessageContaining("Subscriber is closed")));
    }
}
