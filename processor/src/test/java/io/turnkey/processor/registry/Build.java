package io.turnkey.processor.registry;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A module on disk that is compiled again and again into the same folder, as an incremental build does. */
final class Build {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^(?:@.* )?package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:[^ \\n].*?\\b)?(?:class|record|interface|enum) (\\w+)");

    private final Path folder;
    private final JavaCompiler compiler;
    private final List<String> options = new ArrayList<>();
    private final List<Processor> before = new ArrayList<>();
    private final List<Processor> after = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();

    private Build(Path folder, JavaCompiler compiler) {
        this.folder = folder;
        this.compiler = compiler;
        this.classPath.add(classes());
    }

    static Build javac(Path folder) {
        return new Build(folder, ToolProvider.getSystemJavaCompiler());
    }

    static Build ecj(Path folder) {
        return new Build(folder, new EclipseCompiler());
    }

    Build with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Puts the classes of another module on the class path. */
    Build on(Build other) {
        classPath.add(other.classes());
        return this;
    }

    Build before(Processor processor) {
        before.add(processor);
        return this;
    }

    Build after(Processor processor) {
        after.add(processor);
        return this;
    }

    Path classes() {
        return folder.resolve("classes");
    }

    /** Compiles these sources alone; their file names are found in them. */
    Result compile(String... sources) {
        try {
            Files.createDirectories(classes());
            Path generated = Files.createDirectories(folder.resolve("generated"));
            List<String> all = new ArrayList<>(List.of("-d", classes().toString(), "-s", generated.toString()));
            if (!options.contains("--module-path")) {
                all.addAll(List.of("-classpath", classPath()));
            }
            all.addAll(List.of("--release", "17", "-parameters"));
            all.addAll(options);
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
                List<Path> files = Stream.of(sources).map(this::save).toList();
                JavaCompiler.CompilationTask task = compiler.getTask(
                        Writer.nullWriter(),
                        manager,
                        diagnostics,
                        all,
                        null,
                        manager.getJavaFileObjectsFromPaths(files));
                task.setProcessors(processors());
                return new Result(task.call(), List.copyOf(diagnostics.getDiagnostics()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Processor> processors() {
        List<Processor> processors = new ArrayList<>(before);
        ServiceLoader.load(Processor.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(processor -> processor.getClass().getName().startsWith("io.turnkey."))
                .forEach(processors::add);
        processors.addAll(after);
        return processors;
    }

    private String classPath() {
        return Stream.concat(classPath.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Deletes a source and the class made of it, not what was generated for it. */
    void delete(String type) throws IOException {
        Files.delete(folder.resolve("src").resolve(type.replace('.', '/') + ".java"));
        Files.delete(classes().resolve(type.replace('.', '/') + ".class"));
    }

    /** A file that was generated, or a resource that was written. */
    String text(String file) throws IOException {
        Path source = folder.resolve("generated").resolve(file);
        return Files.readString(Files.exists(source) ? source : classes().resolve(file));
    }

    boolean has(String file) {
        return Files.exists(classes().resolve(file));
    }

    private Path save(String source) {
        boolean module = source.startsWith("module ");
        boolean packageInfo = !module && !TYPE.matcher(source).find();
        String name = module
                ? "module-info"
                : first(PACKAGE, source).replace('.', '/') + "/" + (packageInfo ? "package-info" : first(TYPE, source));
        try {
            Path file = folder.resolve("src").resolve(name + ".java");
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No match of " + pattern + " in\n" + source);
        }
        return matcher.group(1);
    }

    /** What came of it. */
    record Result(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        /** All messages, a line each: kind, file, line, text. */
        List<String> messages() {
            return diagnostics.stream().map(Result::describe).toList();
        }

        private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
            String file = diagnostic.getSource() == null
                    ? "-"
                    : Path.of(diagnostic.getSource().toUri()).getFileName().toString();
            return diagnostic.getKind() + " " + file + ":" + diagnostic.getLineNumber() + " "
                    + diagnostic.getMessage(Locale.ROOT);
        }
    }
}
