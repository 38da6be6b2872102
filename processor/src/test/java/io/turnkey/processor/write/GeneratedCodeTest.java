package io.turnkey.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
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
        List<Path> sources = Stream.of(
                        RESOURCES.resolve("good").resolve(good),
                        RESOURCES.resolve("probe").resolve(packageName))
                .flatMap(GeneratedCodeTest::files)
                .toList();
        Class<?> probe = load(sources, packageName + ".Probe");
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

    private Class<?> load(List<Path> sources, String name) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    manager,
                    diagnostics,
                    List.of("-d", folder.toString(), "--release", "17"),
                    null,
                    manager.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(ServiceLoader.load(Processor.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(processor -> processor.getClass().getName().startsWith("io.turnkey."))
                    .toList());
            task.call();
            assertThat(diagnostics.getDiagnostics())
                    .filteredOn(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .isEmpty();
            return new URLClassLoader(
                            new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())
                    .loadClass(name);
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
