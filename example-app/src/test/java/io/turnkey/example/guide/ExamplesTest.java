package io.turnkey.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example is on the page, on the list, tested, and no longer than a screen. */
class ExamplesTest {
    private static final Path GUIDE = Path.of("src/main/java/io/turnkey/example/guide");

    private static final Path TESTS = Path.of("src/test/java/io/turnkey/example/guide");

    static List<String> names() {
        return Examples.ALL.stream().map(Examples.Example::name).toList();
    }

    @Test
    void lists_each_example() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .filter(name -> !List.of("Examples", "package-info").contains(name)))
                    .containsExactlyInAnyOrderElementsOf(names());
        }
    }

    @Test
    void prints_the_list_and_runs_by_name_or_number() throws Exception {
        assertThat(Output.of(Examples::main)).hasSize(1 + names().size()).anyMatch(line -> line.contains(" Bulk "));
        int number = names().indexOf("Bulk") + 1;
        assertThat(Output.of(Examples::main, "Bulk"))
                .isNotEmpty()
                .isEqualTo(Output.of(Examples::main, Integer.toString(number)))
                .isEqualTo(Output.of(Bulk::main));
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_on_the_page_and_tested(String name) throws IOException {
        assertThat(Path.of("../docs/examples.md"))
                .content()
                .contains(
                        "(../example-app/src/main/java/io/turnkey/example/guide/" + name + ".java)",
                        "`-Dexample=" + name + "`");
        try (Stream<Path> tests = Files.list(TESTS)) {
            assertThat(tests.filter(test -> !test.endsWith("ExamplesTest.java")))
                    .anySatisfy(test -> assertThat(test).content().contains(name + "::main"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void fits_on_a_screen(String name) throws IOException {
        List<String> lines = Files.readAllLines(GUIDE.resolve(name + ".java"));
        int imports =
                lines.stream().map(line -> line.startsWith("import ")).toList().lastIndexOf(true);
        assertThat(lines.subList(imports + 2, lines.size()))
                .hasSizeLessThanOrEqualTo(70)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(140));
    }
}
