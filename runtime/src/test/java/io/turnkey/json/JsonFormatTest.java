package io.turnkey.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.SnapshotFormat;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F49")
class JsonFormatTest {
    @Test
    void it_is_found_as_a_service() {
        assertThat(ServiceLoader.load(SnapshotFormat.class)).hasAtLeastOneElementOfType(JsonFormat.class);
    }

    @Test
    void without_jackson_on_the_class_path_it_is_found_and_says_what_is_missing() throws Exception {
        try (URLClassLoader bare =
                new URLClassLoader(new URL[] {location(JsonFormat.class)}, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> bare.loadClass(JsonFactory.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> contract = bare.loadClass(SnapshotFormat.class.getName());
            Class<?> conversions = bare.loadClass(Conversions.class.getName());
            Method of = contract.getMethod("of", String.class, List.class, conversions);
            Object none = conversions.getField("NONE").get(null);

            Object found = ServiceLoader.load(contract, bare).iterator().next();

            assertThatThrownBy(() -> of.invoke(found, "User", List.of(), none))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasToString("io.turnkey.CacheException: JSON needs com.fasterxml.jackson.core:jackson-core"
                            + " on the class path, version 2.18 or a newer 2.x");
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
