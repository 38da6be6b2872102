package io.turnkey.example.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of documentation. */
record Markdown(String text) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

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

    /** The targets of the links to other files. */
    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }
}
