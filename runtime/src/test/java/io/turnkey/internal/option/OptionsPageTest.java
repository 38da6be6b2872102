package io.turnkey.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.annotation.Cacheable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("F20")
class OptionsPageTest {
    private static List<String> options() {
        return Option.names();
    }

    @ParameterizedTest
    @MethodSource("options")
    void thePageTellsTheDefaultThatTheAnnotationHas(String option) throws Exception {
        String value = String.valueOf(Cacheable.class.getMethod(option).getDefaultValue());
        String shown = value.isEmpty() ? "\"\"" : value;

        assertThat(page()).contains("| `" + option + "` | `turnkey.User." + option + "` | `" + shown + "` |");
    }

    @Test
    void theAnnotationsDefaultsReadAsTextAreTheBuildersDefaults() throws Exception {
        CacheOptions.Builder read = CacheOptions.builder();
        for (String name : Option.names()) {
            String text = String.valueOf(Cacheable.class.getMethod(name).getDefaultValue());
            Option.named(name).orElseThrow().setter().accept(read, text);
        }

        assertThat(read.build()).isEqualTo(CacheOptions.builder().build());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "options.md"));
    }
}
