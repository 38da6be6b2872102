package io.turnkey.example.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of documentation. */
record Markdown(String text) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):]+)\\)");

    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    private static final Pattern QUOTE = Pattern.compile("^> (.+)$", Pattern.MULTILINE);

    /** Between two literals. */
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

    static Markdown read(Path file) throws IOException {
        return new Markdown(Files.readString(file));
    }

    /** The code blocks in this language. */
    List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** What is quoted in lines of its own. */
    List<String> quotes() {
        return QUOTE.matcher(text).results().map(quote -> quote.group(1)).toList();
    }

    /** The Java below this folder, with strings that are put together from several literals as one. */
    static String joined(Path folder) throws IOException {
        StringBuilder joined = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                joined.append(
                        JOINT.matcher(Files.readString(file)).replaceAll("").replace("\\\"", "\""));
            }
        }
        return joined.toString();
    }

    /** The targets of the links to files and headings. */
    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    /** Whether a link on this page, which is this file, leads to a file, and to a heading in it if it names one. */
    static boolean leads(String link, Path page) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || read(target).anchors().contains(parts[1]));
    }

    /** How the headings are linked to. */
    private List<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
