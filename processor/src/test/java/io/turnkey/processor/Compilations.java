package io.turnkey.processor;

import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.CachedSubtype;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles sources with the processors and tells what they made of them. */
final class Compilations {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:[^ \\n].*?\\b)?(?:class|record|interface|enum) (\\w+)");

    private final Path folder;
    private final JavaCompiler compiler;
    private final List<String> options = new ArrayList<>();
    private final List<Processor> before = new ArrayList<>();
    private final List<Processor> after = new ArrayList<>();
    private String failing = "";
    private String classPath = System.getProperty("java.class.path");

    private Compilations(Path folder, JavaCompiler compiler) {
        this.folder = folder;
        this.compiler = compiler;
    }

    static Compilations javac(Path folder) {
        return new Compilations(folder, ToolProvider.getSystemJavaCompiler());
    }

    static Compilations ecj(Path folder) {
        return new Compilations(folder, new EclipseCompiler());
    }

    /** Puts classes in front of the class path. */
    Compilations on(Path classes) {
        classPath = classes + System.getProperty("path.separator") + classPath;
        return this;
    }

    Compilations with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Lets the writer fail on one entity. */
    Compilations failingOn(String entity) {
        failing = entity;
        return this;
    }

    /** Runs another processor before ours. */
    Compilations before(Processor processor) {
        before.add(processor);
        return this;
    }

    /** Runs another processor after ours. */
    Compilations after(Processor processor) {
        after.add(processor);
        return this;
    }

    /** Where the classes go. */
    Path classes() {
        return folder.resolve("classes");
    }

    /** Compiles sources; their file names are found in them. */
    Result compile(String... sources) {
        return compile(Stream.of(sources).map(this::save).toList());
    }

    Result compile(List<Path> files) {
        Recorder recorder = new Recorder(failing);
        List<Processor> processors = new ArrayList<>(before);
        processors.add(new CacheProcessor(filer -> recorder));
        processors.add(new SubtypeProcessor(filer -> recorder));
        processors.addAll(after);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            Path generated = Files.createDirectories(folder.resolve("generated"));
            Files.createDirectories(classes());
            List<String> all = new ArrayList<>(List.of(
                    "-d",
                    classes().toString(),
                    "-s",
                    generated.toString(),
                    "-classpath",
                    classPath,
                    "--release",
                    "17"));
            all.addAll(options);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    Writer.nullWriter(), manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(processors);
            boolean success = task.call();
            return new Result(success, List.copyOf(diagnostics.getDiagnostics()), recorder.entities, recorder.subtypes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path save(String source) {
        String name = first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source) + ".java";
        try {
            Path file = folder.resolve("src").resolve(name);
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
    record Result(
            boolean success,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, CachedEntity> entities,
            Map<String, CachedSubtype> subtypes) {

        CachedEntity entity(String name) {
            CachedEntity entity = entities.get(name);
            if (entity == null) {
                throw new AssertionError("No model of " + name + ": " + entities.keySet() + " " + messages());
            }
            return entity;
        }

        CachedSubtype subtype(String name) {
            CachedSubtype subtype = subtypes.get(name);
            if (subtype == null) {
                throw new AssertionError("No model of " + name + ": " + subtypes.keySet() + " " + messages());
            }
            return subtype;
        }

        /** All messages, a line each. */
        List<String> messages() {
            return diagnostics.stream()
                    .map(each -> each.getKind() + " " + each.getLineNumber() + " " + each.getMessage(Locale.ROOT))
                    .toList();
        }
    }
}
