package io.turnkey.example.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tour prints code and runs code; nobody should have to trust that the two are the same. */
class ShownCodeTest {
    private static final Path CHAPTERS = Path.of("src/main/java/io/turnkey/example/tour");

    /** A string, and the lambda that follows it. */
    private static final Pattern CALL =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\",\\s*\\(\\)\\s*->\\s*(.*)", Pattern.DOTALL);

    @Test
    void every_call_is_shown_as_it_is_made() throws IOException {
        List<String> shown = new ArrayList<>();
        try (Stream<Path> files = Files.list(CHAPTERS)) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                Matcher call = CALL.matcher(source);
                for (int from = 0; call.find(from); from = call.start(2)) {
                    String code = call.group(1).replace("\\\"", "\"");
                    assertThat(squeezed(call.group(2))).as(file.toString()).startsWith(squeezed(code));
                    shown.add(code);
                }
            }
        }
        assertThat(shown).hasSizeGreaterThan(30);
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
