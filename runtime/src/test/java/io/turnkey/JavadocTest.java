package io.turnkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation of what is exported builds without a warning, and says something of everything. */
class JavadocTest {
    private static final Pattern FINDING = Pattern.compile("(warning|error): ");

    /** A sentence may say what a method takes, gives and throws; it need not be repeated in tags. */
    private static final Pattern MISSING_TAG = Pattern.compile("warning: no @(param|return|throws) ?");

    @Test
    void builds_without_a_warning(@TempDir Path output) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);

        ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(out, out, arguments(output).toArray(String[]::new));

        assertThat(text.toString().lines())
                .filteredOn(line -> FINDING.matcher(line).find()
                        && !MISSING_TAG.matcher(line).find())
                .isEmpty();
        assertThat(output.resolve("io/turnkey/EntityCache.html")).exists();
    }

    /** The sources of every package that the module exports. */
    private static List<String> arguments(Path output) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-quiet", "-Xdoclint:all", "-Xmaxwarns", "10000", "-d", output.toString(), "--release", "17", "-cp"));
        arguments.add(System.getProperty("java.class.path"));
        ModuleDescriptor module = ModuleFinder.of(Path.of("target/classes"))
                .find("io.turnkey.runtime")
                .orElseThrow()
                .descriptor();
        for (ModuleDescriptor.Exports exports : module.exports()) {
            Path folder = Path.of("src/main/java", exports.source().replace('.', '/'));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.java")) {
                files.forEach(file -> arguments.add(file.toString()));
            }
        }
        return arguments;
    }
}
