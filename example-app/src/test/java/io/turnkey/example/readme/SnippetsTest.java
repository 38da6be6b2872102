package io.turnkey.example.readme;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show does what they say: it is run, against a database, and each {@code // -> answer} is compared. */
class SnippetsTest {
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/getting-started.md"})
    void every_snippet_runs(String name, @TempDir Path output) throws Exception {
        try (Stage stage = new Stage(snippets(name), output)) {
            stage.run();
        }
    }

    private static Snippets snippets(String name) throws IOException {
        return new Snippets().typesOf(Markdown.read(ROOT.resolve("README.md"))).of(Markdown.read(ROOT.resolve(name)));
    }
}
