package io.turnkey.processor.write;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles folders of {@code good} with a {@code Probe} of the same package, and runs each of its public methods as a test. */
class GeneratedCodeTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    Path folder;

    @TestFactory
    @Tag("F02")
    @Tag("F03")
    @Tag("F04")
    @Tag("F84")
    Stream<DynamicTest> keys() {
        return probe("user", "shop");
    }

    @TestFactory
    @Tag("F06")
    Stream<DynamicTest> attributes() {
        return probe("attributes", "attributes");
    }

    @TestFactory
    @Tag("F05")
    Stream<DynamicTest> ids() {
        return probe("ids", "ids");
    }

    @TestFactory
    @Tag("F07")
    @Tag("F13")
    Stream<DynamicTest> hierarchies() {
        return probe("hierarchy", "zoo");
    }

    @TestFactory
    @Tag("F08")
    Stream<DynamicTest> merging() {
        return probe("merge", "merge");
    }

    private Stream<DynamicTest> probe(String good, String packageName) {
        Class<?> probe = Loaded.compile(
                        folder,
                        RESOURCES.resolve("good").resolve(good),
                        RESOURCES.resolve("probe").resolve(packageName))
                .type(packageName + ".Probe");
        return Stream.of(probe.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method)));
    }

    private static void run(Method method) throws Throwable {
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
