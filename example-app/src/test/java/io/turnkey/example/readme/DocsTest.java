package io.turnkey.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages in docs show compiles, and leads somewhere. */
class DocsTest {
    private static final Path ROOT = Path.of("..");

    private static final Path DOCS = ROOT.resolve("docs");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(DOCS::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_snippet_compiles_without_a_warning(Path name, @TempDir Path output) throws IOException {
        Markdown page = Markdown.read(DOCS.resolve(name));
        if (page.blocks("java").isEmpty() || SnippetsTest.PAGES.contains("docs/" + name)) {
            return;
        }
        Snippets snippets =
                new Snippets().typesOf(Markdown.read(ROOT.resolve("README.md"))).of(page);

        assertThat(Compilation.of(snippets.sources(), output).messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"troubleshooting.md", "redis.md"})
    void every_message_that_is_quoted_is_one_of_ours(String page) throws IOException {
        String code =
                Markdown.joined(ROOT.resolve("runtime/src/main")) + Markdown.joined(ROOT.resolve("processor/src/main"));
        List<String> quotes = Markdown.read(DOCS.resolve(page)).quotes();

        assertThat(quotes).hasSizeGreaterThan(10);
        assertThat(quotes)
                .flatMap(quote -> List.of(quote.split("…")))
                .filteredOn(part -> !code.contains(part.replaceAll("^[: ]+| +$", "")))
                .isEmpty();
    }

    @Test
    void the_guide_leads_to_every_page() throws IOException {
        List<String> pages = pages().stream()
                .filter(page -> page.getNameCount() == 1 && !page.endsWith("README.md"))
                .map(Path::toString)
                .toList();
        assertThat(Markdown.read(DOCS.resolve("README.md")).links()).containsAll(pages);
    }

    /** All that people read, also beside the guide. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(pages().stream().map(DOCS::resolve).toList());
        try (Stream<Path> beside = Files.list(ROOT)) {
            beside.filter(file -> file.toString().endsWith(".md")).forEach(files::add);
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_link_leads_somewhere(Path page) throws IOException {
        assertThat(Markdown.read(page).links())
                .allSatisfy(link -> assertThat(Markdown.leads(link, page)).isTrue());
    }
}
