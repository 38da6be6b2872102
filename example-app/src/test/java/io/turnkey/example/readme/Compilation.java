package io.turnkey.example.readme;

import io.turnkey.processor.CacheProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What javac makes of some sources with Turnkey's processors.
 *
 * @param messages its errors and warnings
 * @param generated the sources that the processors wrote, by their file name
 */
record Compilation(List<String> messages, Map<String, String> generated) {
    private static final List<String> OPTIONS =
            List.of("--release", "17", "-Xlint:all,-processing,-classfile", "-Werror");

    /** Compiles sources, each given by the name of its class, into {@code output}. */
    static Compilation of(Map<String, String> sources, Path output) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            JavaCompiler.CompilationTask task =
                    javac.getTask(new StringWriter(), files, diagnostics, OPTIONS, null, units(sources));
            task.setProcessors(processors());
            task.call();
        }
        List<String> messages = diagnostics.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                .toList();
        return new Compilation(messages, javaFiles(output));
    }

    private static List<Processor> processors() {
        return ServiceLoader.load(Processor.class, CacheProcessor.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(processor -> processor.getClass().getName().startsWith("io.turnkey."))
                .toList();
    }

    private static List<JavaFileObject> units(Map<String, String> sources) {
        return sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Unit(source.getKey(), source.getValue()))
                .toList();
    }

    private static Map<String, String> javaFiles(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), Compilation::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Unit extends SimpleJavaFileObject {
        private final String text;

        Unit(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
