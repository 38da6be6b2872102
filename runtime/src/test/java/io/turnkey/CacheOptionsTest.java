package io.turnkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F75")
class CacheOptionsTest {
    private static final Duration NANO = Duration.ofNanos(1);

    @Test
    void aNullOptionIsNamedWhereItIsSet() {
        Map<String, Consumer<CacheOptions.Builder>> setters = Map.of(
                "load", o -> o.load(null),
                "ttl", o -> o.ttl(null),
                "maxStale", o -> o.maxStale(null),
                "staleIfError", o -> o.staleIfError(null),
                "refreshInterval", o -> o.refreshInterval(null),
                "syncOverlap", o -> o.syncOverlap(null),
                "reconcileInterval", o -> o.reconcileInterval(null),
                "cleanupInterval", o -> o.cleanupInterval(null),
                "negativeTtl", o -> o.negativeTtl(null),
                "loadTimeout", o -> o.loadTimeout(null));

        setters.forEach((option, setter) -> assertThatNullPointerException()
                .isThrownBy(() -> setter.accept(CacheOptions.builder()))
                .withMessage(option));
    }

    @Test
    void anOptionOutOfItsRangeIsNamedWhenAllAreBuilt() {
        Map<String, Consumer<CacheOptions.Builder>> setters = Map.of(
                "ttl", o -> o.ttl(CacheOptions.AUTOMATIC),
                "maxStale", o -> o.maxStale(NANO.negated()),
                "staleIfError", o -> o.staleIfError(CacheOptions.AUTOMATIC),
                "refreshInterval", o -> o.refreshInterval(NANO.negated()),
                "syncOverlap", o -> o.syncOverlap(CacheOptions.AUTOMATIC),
                "reconcileInterval", o -> o.reconcileInterval(Duration.ZERO),
                "ttlJitter", o -> o.ttlJitter(Double.NaN),
                "maxListSize", o -> o.maxListSize(0));

        setters.forEach((option, setter) -> {
            CacheOptions.Builder options = CacheOptions.builder();
            setter.accept(options);
            assertThatIllegalArgumentException().isThrownBy(options::build).withMessageStartingWith(option + " must ");
        });
    }

    @Test
    @Tag("F25")
    void whatIsLeftToTheCacheFollowsFromTheOtherOptions() {
        Duration ttl = Duration.ofMinutes(10);
        CacheOptions options = CacheOptions.builder().ttl(ttl).build();
        CacheOptions resolved = options.resolved();

        assertThat(resolved.maxStale()).isEqualTo(ttl);
        assertThat(resolved.refreshInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(resolved.reconcileInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(resolved.toBuilder()
                        .maxStale(CacheOptions.AUTOMATIC)
                        .refreshInterval(CacheOptions.AUTOMATIC)
                        .reconcileInterval(CacheOptions.AUTOMATIC)
                        .build())
                .isEqualTo(options);
        assertThat(resolved.resolved()).isEqualTo(resolved);
    }

    @Test
    void aTableThatIsNotKeptWholeIsNotRefreshedAndOneThatLivesForEverIsComparedEveryHour() {
        CacheOptions resolved = CacheOptions.builder()
                .load(LoadMode.LAZY)
                .ttl(CacheOptions.FOREVER)
                .build()
                .resolved();

        assertThat(resolved.maxStale()).isEqualTo(CacheOptions.FOREVER);
        assertThat(resolved.refreshInterval()).isZero();
        assertThat(resolved.reconcileInterval()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theShortestTtlThatThereIsCanBeHalved() {
        assertThat(CacheOptions.builder().ttl(NANO).build().resolved().reconcileInterval())
                .isEqualTo(NANO);
    }
}
