package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.Caches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F70")
class TurnkeyEngineProviderTest {
    @Test
    void generatedCodeReachesTheEngine() {
        assertThat(Caches.group(Shop.ALL)).isInstanceOf(GroupBuilder.class);
        assertThat(Caches.single(Shop.USER)).isInstanceOf(SingleBuilder.class);
    }
}
