package io.turnkey;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F75")
class CacheOptionsTest {
    @Test
    void aNullOptionIsNamedWhereItIsSet() {
        Map<String, Consumer<CacheOptions.Builder>> setters = Map.of(
                "load", o -> o.load(null),
                "ttl", o -> o.ttl(null),
                "cleanupInterval", o -> o.cleanupInterval(null),
                "negativeTtl", o -> o.negativeTtl(null),
                "loadTimeout", o -> o.loadTimeout(null));

        setters.forEach((option, setter) -> assertThatNullPointerException()
                .isThrownBy(() -> setter.accept(CacheOptions.builder()))
                .withMessage(option));
    }
}
