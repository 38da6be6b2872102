package io.turnkey.processor.write;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JavaPoet cannot be told about layout: Javadoc of one line, empty bodies, the components of a record. */
final class Tidy {
    private static final Pattern SHORT_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n\\1 \\* (.+)\\n\\1 \\*/$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *}");
    private static final Pattern ANNOTATED_NESTED = Pattern.compile("(?<=\\w)\\. (?=@Nullable )");
    private static final Pattern WRAPPED_RECORD = Pattern.compile(
            "(?m)^( *)((?:public )?record \\w+\\()((?:(?!\\) (?:\\{|implements )).)*\\n(?s:.*?))(?=\\) (?:\\{|implements ))");
    private static final Pattern BETWEEN_FIELDS =
            Pattern.compile("(?m)^( *private (?:static )?final .+;)\\n\\n(?= *private (?:static )?final .+;$)");

    private Tidy() {}

    static String of(String source) {
        String text = SHORT_JAVADOC.matcher(source).replaceAll("$1/** $2 */");
        text = EMPTY_BODY.matcher(text).replaceAll("{}");
        text = ANNOTATED_NESTED.matcher(text).replaceAll(".");
        text = BETWEEN_FIELDS.matcher(text).replaceAll("$1\n");
        return WRAPPED_RECORD.matcher(text).replaceAll(Tidy::componentsOnLines);
    }

    /** Breaks the line after each component, not inside its type or its annotations. */
    private static String componentsOnLines(MatchResult record) {
        String indent = "\n" + record.group(1) + "        ";
        StringBuilder header = new StringBuilder(record.group(1) + record.group(2) + indent);
        int depth = 0;
        boolean text = false;
        String components = record.group(3).replaceAll("\\n *", " ");
        for (int i = 0; i < components.length(); i++) {
            char c = components.charAt(i);
            header.append(c);
            text ^= c == '"' && components.charAt(Math.max(i - 1, 0)) != '\\';
            if (!text) {
                depth += "<({".indexOf(c) >= 0 ? 1 : ">)}".indexOf(c) >= 0 ? -1 : 0;
            }
            if (c == ',' && depth == 0 && !text) {
                header.append(indent);
                i++;
            }
        }
        return Matcher.quoteReplacement(header.toString());
    }
}
