package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.regex.Pattern;

/** Lays out lists: on one line if that is short, else one item a line, as a formatter would. */
final class Layout {
    private static final int SHORT = 72;
    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private Layout() {}

    /** The arguments of a call, without its parentheses. */
    static CodeBlock arguments(List<CodeBlock> arguments) {
        return fitsOneLine(arguments) ? CodeBlock.join(arguments, ", ") : lines(arguments);
    }

    /** The arguments of a call, one a line. */
    static CodeBlock lines(List<CodeBlock> arguments) {
        return CodeBlock.builder()
                .add("$>$>\n")
                .add(CodeBlock.join(arguments, ",\n"))
                .add("$<$<")
                .build();
    }

    /** {@code List.of(...)}. */
    static CodeBlock list(List<CodeBlock> items) {
        return CodeBlock.of("$T.of($L)", List.class, arguments(items));
    }

    private static boolean fitsOneLine(List<CodeBlock> arguments) {
        int length = 0;
        for (CodeBlock argument : arguments) {
            String text = argument.toString();
            length += QUALIFIER.matcher(text).replaceAll("").length();
            if (length > SHORT || text.indexOf('\n') >= 0) {
                return false;
            }
            length += ", ".length();
        }
        return true;
    }
}
