package io.turnkey.processor.write;

import java.util.regex.Pattern;

/** The header of a record that JavaPoet wrapped wherever the line was full: breaks it after each component instead, not inside its type or its annotations. */
final class RecordHeader {
    private static final Pattern BEGINNING = Pattern.compile(" *(?:public )?record \\w+\\(");

    private RecordHeader() {}

    static boolean begins(String line) {
        return line.contains("record ") && BEGINNING.matcher(line).lookingAt();
    }

    static boolean ends(String line) {
        return line.contains(") {") || line.contains(") implements ");
    }

    /** Lays out a header that stands on one line. */
    static String of(String line) {
        String indent = "\n" + " ".repeat(line.length() - line.stripLeading().length() + 8);
        int components = line.indexOf('(') + 1;
        StringBuilder header = new StringBuilder(line.substring(0, components)).append(indent);
        int depth = 0;
        boolean text = false;
        for (int i = components; i < line.length(); i++) {
            char c = line.charAt(i);
            header.append(c);
            text ^= c == '"' && line.charAt(i - 1) != '\\';
            if (!text) {
                depth += "<({".indexOf(c) >= 0 ? 1 : ">)}".indexOf(c) >= 0 ? -1 : 0;
            }
            if (c == ',' && depth == 0 && !text) {
                header.append(indent);
                i++;
            }
        }
        return header.toString();
    }
}
