package io.turnkey.hibernate.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The words, quoted names and signs of a statement, without its comments and literals. Words and names are in lower case. */
final class SqlTokens {
    private final List<String> tokens = new ArrayList<>();
    private final BitSet words = new BitSet();
    private final BitSet names = new BitSet();
    private final String sql;
    private boolean broken;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static SqlTokens of(String sql) {
        SqlTokens tokens = new SqlTokens(sql);
        int i = 0;
        while (i < sql.length()) {
            i = tokens.next(i);
        }
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    String get(int i) {
        return tokens.get(i);
    }

    /** Whether it is a word without quotes, which may be a keyword. */
    boolean isWord(int i) {
        return words.get(i);
    }

    boolean isWord(int i, String word) {
        return isWord(i) && get(i).equals(word);
    }

    boolean hasWord(String word) {
        return words.stream().anyMatch(i -> get(i).equals(word));
    }

    /** Whether it may name a table. */
    boolean isName(int i) {
        return names.get(i);
    }

    /** Whether databases disagree on where its literals and comments end, so that a name could hide in one. */
    boolean broken() {
        return broken;
    }

    /** Where the first word stands, behind comments and parentheses. */
    static int start(String sql) {
        int i = 0;
        while (i < sql.length()) {
            if (sql.startsWith("/*", i)) {
                i = after(sql, "*/", i + 2);
            } else if (sql.startsWith("--", i)) {
                i = after(sql, "\n", i);
            } else if (Character.isWhitespace(sql.charAt(i)) || sql.charAt(i) == '(') {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
    }

    private int next(int i) {
        char c = sql.charAt(i);
        if (Character.isWhitespace(c)) {
            return i + 1;
        }
        if (sql.startsWith("--", i)) {
            return after(sql, "\n", i);
        }
        if (sql.startsWith("/*", i)) {
            return comment(i);
        }
        if (c == '\'') {
            return literal(i);
        }
        if (c == '"' || c == '`') {
            return quoted(i, c);
        }
        if (c == '[') {
            return bracket(i);
        }
        if (c == '$' && !(i + 1 < sql.length() && Character.isDigit(sql.charAt(i + 1)))) {
            broken = true;
        }
        return isPart(c) ? word(i) : sign(i);
    }

    private int word(int start) {
        int end = start;
        while (end < sql.length() && isPart(sql.charAt(end))) {
            end++;
        }
        words.set(tokens.size());
        return name(start, end, end);
    }

    private int sign(int i) {
        tokens.add(sql.substring(i, i + 1));
        return i + 1;
    }

    private int comment(int start) {
        int end = after(sql, "*/", start + 2);
        // Some nest comments, some execute what stands in /*! */.
        broken |= sql.startsWith("/*!", start)
                || sql.substring(start + 2, end).contains("/*")
                || !sql.startsWith("*/", end - 2);
        return end;
    }

    /** A doubled quote reads as two literals side by side, which comes to the same. */
    private int literal(int start) {
        int end = sql.indexOf('\'', start + 1);
        if (end < 0) {
            broken = true;
            return sql.length();
        }
        // For some a backslash escapes the quote, for others it is a character.
        broken |= sql.charAt(end - 1) == '\\';
        return end + 1;
    }

    private int quoted(int start, char quote) {
        int end = sql.indexOf(quote, start + 1);
        if (end < 0) {
            broken = true;
            return sql.length();
        }
        return name(start + 1, end, end + 1);
    }

    /** A name in brackets, or an array's index, whose words are then read. */
    private int bracket(int start) {
        int end = sql.indexOf(']', start + 1);
        String inner = end < 0 ? "'" : sql.substring(start + 1, end);
        return inner.indexOf('\'') >= 0 || inner.indexOf('[') >= 0 || inner.indexOf('"') >= 0
                ? sign(start)
                : name(start + 1, end, end + 1);
    }

    private int name(int start, int end, int next) {
        names.set(tokens.size());
        tokens.add(Sql.normal(sql.substring(start, end)));
        return next;
    }

    private static int after(String sql, String mark, int from) {
        int end = sql.indexOf(mark, from);
        return end < 0 ? sql.length() : end + mark.length();
    }
}
