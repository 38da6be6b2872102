package io.turnkey.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheGroup;
import io.turnkey.CacheOptions;
import io.turnkey.EntityCache;
import io.turnkey.annotation.Cacheable;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
        assertThat(page())
                .contains("| `" + option + "` | `turnkey.User." + option + "` | `"
                        + shownDefault(Cacheable.class.getMethod(option)) + "` |");
    }

    @Test
    void whatCodeCanSetTheAnnotationAndPropertiesCanSetToo() {
        Stream<String> inCode =
                Arrays.stream(CacheOptions.class.getRecordComponents()).map(RecordComponent::getName);

        assertThat(Option.names()).containsExactlyInAnyOrderElementsOf(inCode.toList());
    }

    @Test
    void thePageTellsTheDefaultOfWhatOnlyTheAnnotationHas() throws IOException {
        String page = page();

        assertThat(Cacheable.class.getDeclaredMethods())
                .filteredOn(method -> !Option.names().contains(method.getName()))
                .hasSize(3)
                .allSatisfy(method ->
                        assertThat(page).contains("| `" + method.getName() + "` | `" + shownDefault(method) + "` | "));
    }

    @Test
    @Tag("F75")
    void thePageNamesEverythingThatABuilderCanBeTold() throws IOException {
        String[] parts = page().split("## For the whole group|that is opened alone", 3);

        assertNames(parts[1], CacheGroup.Builder.class);
        assertNames(parts[2], EntityCache.Builder.class);
    }

    private static void assertNames(String part, Class<?> builder) {
        assertThat(builder.getMethods())
                .extracting(Method::getName)
                .filteredOn(name -> !List.of("build", "open").contains(name))
                .allSatisfy(name -> assertThat(part).containsPattern("`" + name + "(\\(\\))?`"));
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

    private static String shownDefault(Method option) {
        Object value = option.getDefaultValue();
        String text = value instanceof Class<?> type ? type.getName() + ".class" : String.valueOf(value);
        return text.isEmpty() ? "\"\"" : text;
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "options.md"));
    }
}
