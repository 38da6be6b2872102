package io.turnkey.example.readme;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the pages show does what they say: it is run, against a database, and each {@code // -> answer} is compared. */
class SnippetsTest {
    private static final Path ROOT = Path.of("..");

    static final List<String> PAGES = List.of(
            "README.md",
            "docs/faq.md",
            "docs/getting-started.md",
            "docs/json.md",
            "docs/keys.md",
            "docs/many-models.md",
            "docs/migrating-from-the-second-level-cache.md",
            "docs/reading.md",
            "docs/redis.md",
            "docs/testing.md");

    @ParameterizedTest
    @FieldSource("PAGES")
    void every_snippet_runs(String name, @TempDir Path output) throws Exception {
        try (Stage stage = new Stage(snippets(name), output)) {
            stage.run();
        }
    }

    @Test
    void an_answer_that_is_wrong_is_found(@TempDir Path output) throws Exception {
        Markdown page = new Markdown("```java\nusers.getById(1L).orElseThrow().login();  // -> eve\n```\n");
        Snippets snippets = readme().of(page);
        try (Stage stage = new Stage(snippets, output)) {
            assertThatThrownBy(stage::run)
                    .hasMessageContaining("login()")
                    .cause()
                    .hasMessageContaining("eve", "ada");
        }
    }

    @Test
    void the_file_is_as_it_is_shown(@TempDir Path output) throws Exception {
        String shown =
                Markdown.read(ROOT.resolve("docs/json.md")).blocks("json").get(0);
        Files.writeString(output.resolve("shown.json"), shown.strip());
        String compare = "show(Files.readString(folder.resolve(\"shown.json\")), users.toJson(false).strip());\n";
        try (Stage stage = new Stage(readme().of(new Markdown("```java\n" + compare + "```\n")), output)) {
            stage.run();
        }
    }

    private static Snippets snippets(String name) throws IOException {
        return readme().of(Markdown.read(ROOT.resolve(name)));
    }

    private static Snippets readme() throws IOException {
        return new Snippets().typesOf(Markdown.read(ROOT.resolve("README.md")));
    }
}
