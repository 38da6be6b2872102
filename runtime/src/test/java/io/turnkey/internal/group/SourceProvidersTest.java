package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.spi.EntitySourceProvider;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F70")
class SourceProvidersTest {
    private final FakeDatabase first = new FakeDatabase();
    private final FakeDatabase second = new FakeDatabase();

    @Test
    void theFirstAdapterThatAnswersReads() {
        SourceProviders providers = new SourceProviders(List.of(first, second));

        assertThat(providers.open(second.factory, null)).isSameAs(second);
        assertThat(providers.open(first.factory, null)).isSameAs(first);
    }

    @Test
    void whenNoneAnswersTheFactoryAndWhatIsMissingAreNamed() {
        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> new SourceProviders(List.of(first)).open(second.factory, null))
                .withMessageContaining(second.factory.getClass().getName())
                .withMessageContaining("org.hibernate.orm:hibernate-core")
                .withMessageEndingWith("Adapters asked: " + FakeDatabase.class.getName());
        assertThatThrownBy(() -> new SourceProviders(List.of()).open(second.factory, null))
                .hasMessageEndingWith("Adapters asked: none");
    }

    @Test
    void anAdapterWhoseLibraryIsAbsentDoesNotHideTheOthers() {
        SourceProviders providers = new SourceProviders(() -> withBroken(first));

        assertThat(providers.open(first.factory, null)).isSameAs(first);
        assertThatThrownBy(() -> providers.open(second.factory, null))
                .hasSuppressedException(new ServiceConfigurationError("library absent"));
    }

    @Test
    void aRefusalOfAnAdapterIsNotSwallowed() {
        EntitySourceProvider refusing = (EntitySourceProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EntitySourceProvider.class},
                (proxy, method, arguments) -> {
                    throw new CacheException("multi-tenant");
                });

        assertThatThrownBy(() -> new SourceProviders(List.of(refusing, first)).open(first.factory, null))
                .isInstanceOf(CacheException.class)
                .hasMessage("multi-tenant");
    }

    private static Iterator<EntitySourceProvider> withBroken(EntitySourceProvider working) {
        Iterator<Boolean> broken = Stream.of(true, false).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return broken.hasNext();
            }

            @Override
            public EntitySourceProvider next() {
                if (broken.next()) {
                    throw new ServiceConfigurationError("library absent");
                }
                return working;
            }
        };
    }
}
