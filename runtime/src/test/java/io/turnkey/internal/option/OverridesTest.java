package io.turnkey.internal.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.turnkey.CacheOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F75")
class OverridesTest {
    private static final CacheOptions ANNOTATION =
            CacheOptions.builder().maxSize(1).build();
    private static final Consumer<CacheOptions.Builder> NOTHING = options -> {};

    @Test
    void withoutOverridesTheAnnotationHolds() {
        assertThat(resolve(overrides(NOTHING, Map.of(), Map.of()))).isEqualTo(ANNOTATION);
    }

    @Test
    void laterLayersWin() {
        Consumer<CacheOptions.Builder> defaults = options -> options.maxSize(2);
        Map<Class<?>, Consumer<CacheOptions.Builder>> configured = Map.of(String.class, options -> options.maxSize(3));
        Map<String, String> properties = Map.of("turnkey.maxSize", "4");

        assertThat(resolve(overrides(defaults, Map.of(), Map.of())).maxSize()).isEqualTo(2);
        assertThat(resolve(overrides(defaults, configured, Map.of())).maxSize()).isEqualTo(3);
        assertThat(resolve(overrides(defaults, configured, properties)).maxSize())
                .isEqualTo(4);
    }

    @Test
    void aModulesOwnDefaultsAndTheIncludingModulesCodeAndPropertiesHaveTheLastWord() {
        Overrides own = overrides(
                options -> options.maxSize(10).maxListSize(10),
                Map.of(String.class, options -> options.ttlJitter(0.3)),
                Map.of("turnkey.enabled", "false"));
        Overrides outer = overrides(
                options -> options.maxSize(20).ttlJitter(0.9),
                Map.of(String.class, options -> options.maxListSize(20)),
                Map.of("turnkey.enabled", "true"));

        CacheOptions options = resolve(own, outer);

        assertThat(options.maxSize()).isEqualTo(10);
        assertThat(options.ttlJitter()).isEqualTo(0.3);
        assertThat(options.maxListSize()).isEqualTo(20);
        assertThat(options.enabled()).isTrue();
    }

    @Test
    void whatIsConfiguredForAnotherCacheDoesNotReachThisOne() {
        Map<Class<?>, Consumer<CacheOptions.Builder>> configured = Map.of(Integer.class, options -> options.maxSize(3));

        assertThat(resolve(overrides(NOTHING, configured, Map.of()))).isEqualTo(ANNOTATION);
    }

    @Test
    void anOptionOutOfItsRangeNamesTheModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolve(overrides(options -> options.maxSize(0), Map.of(), Map.of())))
                .withMessage("Options of User: maxSize must be at least 1, but is 0");
    }

    private static Overrides overrides(
            Consumer<CacheOptions.Builder> defaults,
            Map<Class<?>, Consumer<CacheOptions.Builder>> configured,
            Map<String, String> properties) {
        return new Overrides(defaults, configured, new PropertyOptions(properties, List.of("User")));
    }

    private static CacheOptions resolve(Overrides... layers) {
        return Overrides.resolve(ANNOTATION, "User", String.class, List.of(layers));
    }
}
