package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.spi.SecondLevelProvider;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Redis shall be used, and something for it is missing. */
@Tag("F60")
class SecondLevelsTest {
    private static final String NEEDS = "Redis needs redis.clients:jedis 7.2 or newer on the class path";

    private final FakeDatabase database = new FakeDatabase();

    @Test
    void withoutAnAdapterItIsSaidWhatIsMissing() {
        refusal(new SecondLevels(List.of()))
                .withMessageStartingWith(NEEDS)
                .withMessageContaining("META-INF/services/io.turnkey.spi.SecondLevelProvider");
    }

    @Test
    void anAdapterThatCannotBeMadeIsALibraryThatIsMissing() {
        ServiceConfigurationError unusable = new ServiceConfigurationError("no class");
        refusal(new SecondLevels(() -> broken(unusable)))
                .withMessageStartingWith(NEEDS)
                .withCause(unusable);
    }

    @Test
    void anAdapterWhoseLibraryDoesNotFitSaysWhichItNeeds() {
        refusal(new SecondLevels(List.of((options, group, observer) -> {
                    throw new NoClassDefFoundError("redis/clients/jedis/UnifiedJedis");
                })))
                .withMessageStartingWith(NEEDS);
    }

    @Test
    void whatTheAdapterRefusesIsToldAsItIs() {
        refusal(new SecondLevels(List.of((options, group, observer) -> {
                    throw new CacheException("The client has to be a Jedis client");
                })))
                .withMessage("The client has to be a Jedis client");
    }

    /** Nothing that was opened before is left. */
    private ThrowableAssertAlternative<CacheException> refusal(SecondLevels found) {
        ThrowableAssertAlternative<CacheException> refusal = assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> new GroupBuilder(Shop.ALL, database.with(found), new RecordingLoggers())
                        .name("missing")
                        .redis(RedisOptions.builder().build())
                        .open(database.factory));
        assertThat(database.closes).hasValue(1);
        LiveThreads.awaitNone("turnkey-missing-");
        return refusal;
    }

    private static Iterator<SecondLevelProvider> broken(Error failure) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public SecondLevelProvider next() {
                throw failure;
            }
        };
    }
}
