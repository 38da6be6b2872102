package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheGroup;
import io.turnkey.CacheOptions;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.internal.group.Shop.OrderCache;
import io.turnkey.internal.group.Shop.ProductCache;
import io.turnkey.internal.group.Shop.UserCache;
import io.turnkey.spi.CacheDefinition;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroupBuilderTest {
    private final FakeDatabase database = new FakeDatabase();
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final List<CacheGroup> groups = new ArrayList<>();

    @AfterEach
    void close() {
        groups.forEach(CacheGroup::close);
    }

    @Test
    @Tag("F09")
    void allModelsOfTheRegistryAreBuiltAndNothingIsLoadedYet() {
        CacheGroup group = build(all());

        assertThat(group.modelNames()).containsExactly("Order", "Product", "User");
        assertThat(group.isInitialized()).isFalse();
        assertThat(group.size()).isZero();
        assertThat(group.name()).isEqualTo("default");
    }

    @Test
    @Tag("F09")
    void onlyKeepsAndWithoutLeavesOut() {
        assertThat(build(all().only(UserCache.class, OrderCache.class)).modelNames())
                .containsExactly("Order", "User");
        assertThat(build(all().only(UserCache.class).only(OrderCache.class)).modelNames())
                .containsExactly("Order", "User");
        assertThat(build(all().without(UserCache.class)).modelNames()).containsExactly("Order", "Product");
        assertThat(build(all().without(UserCache.class).only(UserCache.class, OrderCache.class))
                        .modelNames())
                .containsExactly("Order");
    }

    @Test
    @Tag("F09")
    void aCacheThatTheRegistryDoesNotHaveIsRefusedWithThoseItHas() {
        for (CacheGroup.Builder builder : List.of(
                registry(Shop.USER).only(OrderCache.class),
                registry(Shop.USER).without(OrderCache.class),
                registry(Shop.USER).configure(OrderCache.class, options -> {}))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.build(database.factory))
                    .withMessageContaining("names " + OrderCache.class.getName())
                    .withMessageEndingWith("it has " + UserCache.class.getName());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> all().only());
    }

    @Test
    @Tag("F09")
    void includeCombinesModulesInAnyOrderOfCalls() {
        CacheGroup group = build(registry(Shop.USER)
                .only(UserCache.class, ProductCache.class)
                .include(registry(Shop.ORDER, Shop.PRODUCT)));

        assertThat(group.modelNames()).containsExactly("Product", "User");
    }

    @Test
    @Tag("F09")
    void whatAnIncludedBuilderLeftOutStaysOut() {
        CacheGroup.Builder other = registry(Shop.ORDER, Shop.PRODUCT).without(ProductCache.class);

        assertThat(build(registry(Shop.USER).include(other)).modelNames()).containsExactly("Order", "User");
    }

    @Test
    @Tag("F75")
    void anIncludedBuildersOverridesStayWithItsModels() {
        CacheGroup.Builder other = registry(Shop.ORDER)
                .defaults(options -> options.maxSize(7))
                .properties(Map.of("turnkey.maxListSize", "8"));

        CacheGroup group = build(registry(Shop.USER).include(other));

        assertThat(options(group, "Order").maxSize()).isEqualTo(7);
        assertThat(options(group, "Order").maxListSize()).isEqualTo(8);
        assertThat(options(group, "User").maxSize()).isEqualTo(1_000);
        assertThat(options(group, "User").maxListSize()).isEqualTo(10_000);
    }

    @Test
    @Tag("F75")
    void theIncludingBuilderReachesIncludedModelsToo() {
        CacheGroup group = build(registry(Shop.USER)
                .include(registry(Shop.ORDER))
                .configure(OrderCache.class, options -> options.maxSize(9))
                .properties(Map.of("turnkey.Order.maxListSize", "10")));

        assertThat(options(group, "Order").maxSize()).isEqualTo(9);
        assertThat(options(group, "Order").maxListSize()).isEqualTo(10);
    }

    @Test
    @Tag("F09")
    void twoModelsOfOneNameAreRefusedUntilOneIsLeftOut() {
        CacheDefinition<ProductCache, Shop.Item, Long> twin =
                new CacheDefinition<>(ProductCache.class, Shop.model("User", Shop.Product.class), ProductCache::new);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry(Shop.USER).include(registry(twin)).build(database.factory))
                .withMessageContaining("Two models are called 'User'")
                .withMessageContaining(UserCache.class.getName())
                .withMessageContaining(ProductCache.class.getName());

        CacheGroup group = build(registry(Shop.USER).include(registry(twin)).without(ProductCache.class));
        assertThat(group.get("User")).isInstanceOf(UserCache.class);
    }

    @Test
    @Tag("F09")
    void settingsOfTheGroupAreRefusedInAnIncludedBuilderInsteadOfLost() {
        CacheGroup.Builder other = registry(Shop.ORDER).name("orders").failFast();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> all().include(other))
                .withMessageContaining("name, failFast");
    }

    @Test
    @Tag("F09")
    void aBuilderCannotIncludeItselfOrSomethingForeign() {
        CacheGroup.Builder builder = all();
        CacheGroup.Builder foreign = (CacheGroup.Builder) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CacheGroup.Builder.class},
                (proxy, method, arguments) -> null);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.include(builder));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.include(foreign));
    }

    @Test
    @Tag("F75")
    void optionsAreLayeredAnnotationDefaultsConfigureProperties() {
        CacheGroup group = build(all().properties(Map.of("turnkey.User.ttl", "3m", "spring.profile", "x"))
                .configure(UserCache.class, options -> options.maxSize(20).ttl(CacheOptions.FOREVER))
                .configure(UserCache.class, options -> options.maxListSize(30))
                .defaults(options -> options.maxSize(10).maxListSize(15)));

        assertThat(options(group, "User").ttl()).hasMinutes(3);
        assertThat(options(group, "User").maxSize()).isEqualTo(20);
        assertThat(options(group, "User").maxListSize()).isEqualTo(30);
        assertThat(options(group, "Order").maxSize()).isEqualTo(10);
        assertThat(options(group, "Order").maxListSize()).isEqualTo(15);
    }

    @Test
    @Tag("F75")
    void wrongPropertiesAreRefusedByBuildBeforeTheDatabaseIsTouched() {
        CacheGroup.Builder builder = all().properties(Map.of("turnkey.Usr.ttl", "3m"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.build(database.factory))
                .withMessageContaining("did you mean 'User'?");
        assertThat(database.closes).hasValue(0);
    }

    @Test
    @Tag("F75")
    void aGroupHasTheNameItWasGiven() {
        assertThat(build(all().name("shop")).name()).isEqualTo("shop");
        assertThatIllegalArgumentException().isThrownBy(() -> all().name(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> all().maxConcurrentLoads(0));
    }

    @Test
    @Tag("F75")
    void aBuilderWorksOnceAndSaysSo() {
        CacheGroup.Builder built = all();
        build(built);
        CacheGroup.Builder included = registry(Shop.ORDER);
        build(registry(Shop.USER).include(included));

        assertThatIllegalStateException()
                .isThrownBy(() -> built.build(database.factory))
                .withMessageContaining("was built already")
                .withMessageContaining("GeneratedCaches.all()");
        assertThatIllegalStateException().isThrownBy(() -> built.open(database.factory));
        assertThatIllegalStateException().isThrownBy(() -> built.name("late"));
        assertThatIllegalStateException()
                .isThrownBy(() -> included.build(database.factory))
                .withMessageContaining("included in another one");
    }

    @Test
    @Tag("F70")
    void entitiesThatTheFactoryDoesNotKnowAreLeftOutWithOneLine() {
        database.drop(Shop.User.class);
        database.drop(Shop.Product.class);

        CacheGroup group = build(all().name("shop"));

        assertThat(group.modelNames()).containsExactly("Order");
        assertThat(loggers.lines())
                .containsExactly("INFO io.turnkey.shop: Left out, since the persistence unit does not have their"
                        + " entities: Product, User");
    }

    @Test
    @Tag("F35")
    void thePoolForLoadsReachesTheAdapter() {
        DataSource pool = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("hashCode") ? (Object) 1 : proxy == arguments[0]);

        build(all().loadFrom(pool));

        assertThat(database.loadFrom).hasSize(1);
    }

    @Test
    @Tag("F70")
    void aBuildThatFailsHalfWayClosesWhatItOpened() {
        CacheDefinition<UserCache, Shop.Item, Long> broken =
                new CacheDefinition<>(UserCache.class, Shop.model("User", Shop.User.class), engine -> {
                    throw new IllegalStateException("constructor");
                });

        assertThatThrownBy(() -> registry(Shop.ORDER, broken).name("half").build(database.factory))
                .hasMessage("constructor");

        assertThat(database.closes).hasValue(1);
    }

    @Test
    void nullsAreNamedWhereTheyAreHandedIn() {
        assertThatNullPointerException().isThrownBy(() -> all().loadFrom(null)).withMessage("dataSource");
        assertThatNullPointerException().isThrownBy(() -> all().executor(null)).withMessage("executor");
        assertThatNullPointerException().isThrownBy(() -> all().name(null)).withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> all().defaults(null)).withMessage("options");
        assertThatNullPointerException()
                .isThrownBy(() -> all().properties(null))
                .withMessage("properties");
        Map<String, String> nothing = new HashMap<>();
        nothing.put("turnkey.User.ttl", null);
        assertThatNullPointerException()
                .isThrownBy(() -> all().properties(nothing).build(database.factory))
                .withMessage("turnkey.User.ttl");
        assertThatNullPointerException()
                .isThrownBy(() -> all().configure(UserCache.class, null))
                .withMessage("options");
        assertThatNullPointerException().isThrownBy(() -> all().clock(null)).withMessage("clock");
        assertThatNullPointerException().isThrownBy(() -> all().include(null)).withMessage("other");
        assertThatNullPointerException().isThrownBy(() -> all().build(null)).withMessage("entityManagerFactory");
    }

    private CacheGroup.Builder all() {
        return new GroupBuilder(Shop.ALL, database.adapters(), loggers);
    }

    private CacheGroup.Builder registry(CacheDefinition<?, ?, ?>... definitions) {
        return new GroupBuilder(List.of(definitions), database.adapters(), loggers);
    }

    private CacheGroup build(CacheGroup.Builder builder) {
        CacheGroup group = builder.build(database.factory);
        groups.add(group);
        return group;
    }

    private static CacheOptions options(CacheGroup group, String model) {
        return group.get(model).options();
    }
}
