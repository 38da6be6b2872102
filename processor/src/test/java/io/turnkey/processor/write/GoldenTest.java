package io.turnkey.processor.write;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles each folder of {@code good} without a warning and compares what is generated, byte for byte, with the folder of the same name in {@code expected}.
 * With {@code -Dturnkey.update=true} it writes those folders instead.
 */
@Tag("F12")
class GoldenTest {
    private static final Path GOOD = Path.of("src/test/resources/good");
    private static final Path EXPECTED = Path.of("src/test/resources/expected");
    private static final String OUTPUT = "/SOURCE_OUTPUT/";

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOOD)) {
            return folders.map(Path::getFileName).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatedSourceIsAsExpected(Path name) throws IOException {
        Map<String, String> generated = generated(GOOD.resolve(name));
        if (Boolean.getBoolean("turnkey.update")) {
            update(EXPECTED.resolve(name), generated);
        }

        assertThat(generated).isEqualTo(read(EXPECTED.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void twoBuildsGiveTheSameBytes(Path name) throws IOException {
        assertThat(generated(GOOD.resolve(name))).isEqualTo(generated(GOOD.resolve(name)));
    }

    private static Map<String, String> generated(Path folder) throws IOException {
        Compilation compilation = Compiler.javac()
                .withProcessors(ours())
                .withOptions("-Xlint:all,-processing", "-Werror", "--release", "17")
                .compile(sources(folder));
        assertThat(compilation).succeededWithoutWarnings();
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            files.put(
                    file.toUri().getPath().replace(OUTPUT, ""),
                    file.getCharContent(false).toString());
        }
        return files;
    }

    /** As the compiler finds them. */
    private static List<Processor> ours() {
        return ServiceLoader.load(Processor.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(processor -> processor.getClass().getName().startsWith("io.turnkey."))
                .toList();
    }

    private static List<JavaFileObject> sources(Path folder) throws IOException {
        return read(folder).entrySet().stream()
                .map(file -> JavaFileObjects.forSourceString(
                        file.getKey().replace(".java", "").replace('/', '.'), file.getValue()))
                .toList();
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            path -> files.put(folder.relativize(path).toString().replace('\\', '/'), text(path)));
        }
        return files;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(Path folder, Map<String, String> generated) throws IOException {
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
