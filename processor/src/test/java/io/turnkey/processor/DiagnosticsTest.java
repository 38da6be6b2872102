package io.turnkey.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.processor.Compilations.Result;
import io.turnkey.processor.diagnostic.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code bad} holds mistakes. A comment {@code // BUG: text} says that the next line that is no such comment gets a message containing the text;
 * there must be no other message.
 */
@Tag("F10")
class DiagnosticsTest {
    private static final Path BAD = Path.of("src/test/resources/bad");
    private static final String MARKER = "// BUG: ";

    /** Provoked by a test of their own, each named here. */
    private static final Set<Code> ELSEWHERE = EnumSet.of(
            // RegistryTest
            Code.REGISTRY_PACKAGE,
            Code.DUPLICATE_MODEL,
            Code.NOT_IN_REGISTRY,
            Code.AFTER_REGISTRY,
            Code.SEVERAL_REGISTRIES,
            // RoundsTest
            Code.INTERNAL);

    @TempDir
    Path folder;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachMistakeIsReportedAtItsLineAndNothingElse(Path file) throws IOException {
        Result result = Compilations.javac(folder).compile(List.of(file));

        List<String> left = new ArrayList<>();
        List<Expected> expected = expected(file);
        for (Diagnostic<?> diagnostic : result.diagnostics()) {
            String message = diagnostic.getMessage(Locale.ROOT);
            boolean known = expected.stream()
                    .filter(each -> each.line() == diagnostic.getLineNumber() && message.contains(each.text()))
                    .findFirst()
                    .map(expected::remove)
                    .orElse(false);
            if (!known) {
                left.add(diagnostic.getLineNumber() + ": " + message);
            }
        }

        assertThat(left).as("unexpected").isEmpty();
        assertThat(expected).as("missing").isEmpty();
    }

    @Test
    void everyCodeIsProvoked() throws IOException {
        String all = cases().map(DiagnosticsTest::read).collect(Collectors.joining());

        assertThat(Arrays.stream(Code.values())
                        .filter(code -> !ELSEWHERE.contains(code) && !all.contains(MARKER + "[" + code.id() + "]")))
                .isEmpty();
    }

    private record Expected(long line, String text) {}

    private static List<Expected> expected(Path file) {
        List<Expected> expected = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        List<String> lines = read(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(MARKER)) {
                pending.add(line.substring(MARKER.length()));
            } else {
                for (String text : pending) {
                    expected.add(new Expected(i + 1L, text));
                }
                pending.clear();
            }
        }
        return expected;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
