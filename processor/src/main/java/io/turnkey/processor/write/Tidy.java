package io.turnkey.processor.write;

import java.util.ArrayList;
import java.util.List;

/** What JavaPoet cannot be told about layout: Javadoc of one line, empty bodies, the components of a record. Goes over the lines once. */
final class Tidy {
    private final String[] lines;
    private final List<String> tidy;
    private int at;

    private Tidy(String[] lines) {
        this.lines = lines;
        this.tidy = new ArrayList<>(lines.length);
    }

    static String of(String source) {
        return new Tidy(source.replace(". @Nullable ", ".@Nullable ").split("\n", -1)).text();
    }

    private String text() {
        for (; at < lines.length; at++) {
            if (isShortJavadoc()) {
                tidy.add(lines[at] + lines[at + 1].stripLeading().substring(1) + " */");
                at += 2;
            } else if (!isBetweenFields()) {
                tidy.add(withEmptyBody(isWrappedRecord() ? RecordHeader.of(wrapped()) : lines[at]));
            }
        }
        return String.join("\n", tidy);
    }

    private boolean isShortJavadoc() {
        return lines[at].endsWith("/**") && lines[at + 2].endsWith(" */");
    }

    private boolean isBetweenFields() {
        return lines[at].isEmpty()
                && at > 0
                && at + 1 < lines.length
                && isField(lines[at - 1])
                && isField(lines[at + 1]);
    }

    /** Whether the line is a private constant or field, as a whole. */
    private static boolean isField(String line) {
        String text = line.stripLeading();
        return line.endsWith(";") && (text.startsWith("private final ") || text.startsWith("private static final "));
    }

    private boolean isWrappedRecord() {
        return RecordHeader.begins(lines[at]) && !RecordHeader.ends(lines[at]);
    }

    /** The lines of a record's header as one. */
    private String wrapped() {
        StringBuilder header = new StringBuilder(lines[at]);
        while (!RecordHeader.ends(lines[at])) {
            header.append(' ').append(lines[++at].stripLeading());
        }
        return header.toString();
    }

    private String withEmptyBody(String line) {
        boolean empty = line.endsWith("{") && lines[at + 1].stripLeading().startsWith("}");
        return empty ? withEmptyBody(line + lines[++at].stripLeading()) : line;
    }
}
