package io.turnkey.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F10")
class CodeTest {
    private static final Path PAGE = Path.of("../docs/errors.md");

    @Test
    void aMessageHasCodeReasonAndRemedy() {
        assertThat(Code.SUBCLASS_CACHEABLE.message("Dog", "Animal"))
                .isEqualTo(
                        "[turnkey:subclass-cacheable] Dog is a subclass of the entity Animal; the cache of a hierarchy "
                                + "belongs to its root. Remove @Cacheable here and put it, with @Inheritance, on Animal.");
    }

    @Test
    void argumentsAreCounted() {
        assertThatIllegalArgumentException().isThrownBy(() -> Code.SUBCLASS_CACHEABLE.message("Dog"));
        assertThatIllegalArgumentException().isThrownBy(() -> Code.SUBCLASS_CACHEABLE.message("Dog", "Animal", 1));
    }

    @Test
    void aNearNameIsSuggested() {
        List<String> known = List.of("email", "name", "tenantId");

        assertThat(Suggestion.of("emial", known)).isEqualTo("Did you mean 'email'? ");
        assertThat(Suggestion.of("tenantid", known)).isEqualTo("Did you mean 'tenantId'? ");
        assertThat(Suggestion.of("colour", known)).isEmpty();
    }

    /** With {@code -Dturnkey.update} the page is written instead. */
    @Test
    void thePageOfErrorsListsEveryCode() throws IOException {
        if (System.getProperty("turnkey.update") != null) {
            Files.writeString(PAGE, page());
        }

        assertThat(PAGE).hasContent(page());
    }

    private static String page() {
        return """
                # Errors and warnings

                Every message of the annotation processor has a code. Look it up here; names in braces stand for what the message says of your code.
                A warning is silenced by `@SuppressWarnings("turnkey:…")` with its code, or by `@SuppressWarnings("turnkey")`, on the attribute or on the class.

                ## Errors

                """ + table(Kind.ERROR) + "\n## Warnings\n\n" + table(Kind.WARNING);
    }

    private static String table(Kind kind) {
        return Arrays.stream(Code.values())
                .filter(code -> code.kind() == kind)
                .map(code -> "| `" + code.id() + "` | " + cell(code.reason()) + " | " + cell(code.remedy()) + " |\n")
                .collect(Collectors.joining("", "| code | cause | remedy |\n|---|---|---|\n", ""));
    }

    private static String cell(String text) {
        return text.replace("{suggestion}", "").replace("|", "\\|");
    }
}
