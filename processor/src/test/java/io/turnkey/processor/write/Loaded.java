package io.turnkey.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * Sources that were compiled with the processors, ready to run.
 *
 * @param folder where the classes are
 */
record Loaded(Path folder, ClassLoader classes) {
    /** Compiles files, and all in folders, beside what was compiled into {@code target} before. */
    static Loaded compile(Path target, Path... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    manager,
                    diagnostics,
                    List.of(
                            "-d",
                            target.toString(),
                            "-classpath",
                            target + File.pathSeparator + System.getProperty("java.class.path"),
                            "--release",
                            "17"),
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            Stream.of(sources).flatMap(Loaded::files).toList()));
            task.setProcessors(ServiceLoader.load(Processor.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(processor -> processor.getClass().getName().startsWith("io.turnkey."))
                    .toList());
            task.call();
            assertThat(diagnostics.getDiagnostics())
                    .filteredOn(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .isEmpty();
            return new Loaded(
                    target, new URLClassLoader(new URL[] {target.toUri().toURL()}, Loaded.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> type(String name) {
        try {
            return classes.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The classes whose names end with {@code suffix}. */
    Stream<Class<?>> types(String suffix) {
        return files(folder)
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .filter(name -> name.endsWith(suffix + ".class"))
                .map(name -> type(name.replace(".class", "").replace('/', '.')));
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
