package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries that only Redis needs: without Redis nobody misses them, with it one is told which. */
@Tag("F60")
class MissingLibrariesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    none         | opened probe
                    jedis        | Redis needs redis.clients:jedis 7.2 or newer on the class path
                    commons-pool | Redis needs redis.clients:jedis 7.2 or newer on the class path; what is there does not fit
                    jackson-core | JSON, as which ids are kept in Redis, needs com.fasterxml.jackson.core:jackson-core on the class path, version 2.18 or a newer 2.x
                    """)
    void whoUsesRedisIsToldWhatIsMissing(String library, String told) throws Exception {
        assertThat(runWithout(library)).isEqualTo("6: " + told);
    }

    @AfterEach
    void nothingIsLeft() {
        LiveThreads.awaitNone("turnkey-probe-");
    }

    private static String runWithout(String library) throws Exception {
        List<URL> left = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Path.of(entry).getFileName().toString().startsWith(library)) {
                left.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(left.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> probe = loader.loadClass(SharingProbe.class.getName());
            return (String) ((Supplier<?>) probe.getConstructor().newInstance()).get();
        }
    }
}
