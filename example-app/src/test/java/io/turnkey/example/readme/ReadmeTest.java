package io.turnkey.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, is really generated, and leads somewhere. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    private Markdown readme = new Markdown("");

    @BeforeEach
    void read() throws IOException {
        readme = Markdown.read(ROOT.resolve("README.md"));
    }

    @Test
    void every_snippet_compiles_without_a_warning(@TempDir Path output) throws IOException {
        assertThat(Compilation.of(sources(), output).messages()).isEmpty();
    }

    @Test
    void what_it_calls_generated_is_generated(@TempDir Path output) throws IOException {
        Map<String, String> generated = Compilation.of(sources(), output).generated();
        String code = squeezed(generated.get("UserSnapshot.java") + generated.get("UserCache.java"));
        List<String> shown = readme.blocks("java").stream()
                .filter(Snippets::isGenerated)
                .flatMap(block -> Pattern.compile("^( *\\.\\.\\.|}|)\\n", Pattern.MULTILINE)
                        .splitAsStream(block))
                .filter(part -> !part.isBlank())
                .toList();
        assertThat(shown)
                .hasSizeGreaterThan(5)
                .allSatisfy(part -> assertThat(code).contains(squeezed(part)));
    }

    @Test
    void a_wrong_key_does_not_compile_as_the_tour_says(@TempDir Path output) throws IOException {
        Map<String, String> sources = sources();
        sources.put(
                "Wrong",
                Snippets.IMPORTS + "class Wrong { Object of(UserCache users) { return users.getByEmail(4711); } }");
        assertThat(Compilation.of(sources, output).messages())
                .first()
                .asString()
                .contains("int cannot be converted to", "String");
    }

    @Test
    void its_coordinates_are_those_of_this_build() throws IOException {
        String version = text("<version>(.*?)</version>", Files.readString(ROOT.resolve("pom.xml")));
        List<String> blocks = readme.blocks("xml");
        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(0)).contains("<artifactId>turnkey-runtime</artifactId>", "<version>" + version);
        assertThat(blocks.get(1)).contains("<artifactId>turnkey-processor</artifactId>", "<version>" + version);
    }

    @Test
    void it_names_the_two_commands() {
        assertThat(readme.text()).contains("`mvn -q compile exec:java`", "`mvn -B verify`");
    }

    @Test
    void every_link_leads_to_a_file() {
        assertThat(readme.links())
                .hasSizeGreaterThan(5)
                .allSatisfy(link -> assertThat(Markdown.leads(link, ROOT.resolve("README.md")))
                        .isTrue());
    }

    private Map<String, String> sources() {
        return new Snippets().of(readme).sources();
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String text(String pattern, String in) {
        Matcher matcher = Pattern.compile(pattern).matcher(in);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
