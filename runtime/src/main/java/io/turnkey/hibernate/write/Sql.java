package io.turnkey.hibernate.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a statement says of tables; names are without schema and quotes, in lower case.
 *
 * @param opaque whether it cannot be told what it writes: a procedure, an anonymous block, text that is not understood
 * @param deletes whether it may delete rows, which the database passes on to other tables
 * @param targets what stands where a written table does
 * @param names every identifier, the tables among them
 * @param assigned those that may be columns to which it assigns; of others only such as are merely compared are left out
 */
record Sql(boolean opaque, boolean deletes, List<String> targets, Set<String> names, Set<String> assigned) {
    private static final List<String> READS = List.of("select", "values", "table", "show", "set");
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "merge", "replace", "truncate");
    private static final Set<String> DELETES = Set.of("delete", "merge", "replace", "truncate");
    /** What stands between the verb and its table. */
    private static final Set<String> BETWEEN = Set.of(
            "into", "from", "table", "only", "ignore", "low_priority", "high_priority", "delayed", "quick", "or");
    /** After these a verb writes no table of its own: {@code for update}, {@code do update}, {@code then delete}, {@code on duplicate key update}. */
    private static final Set<String> NO_VERB_AFTER = Set.of("for", "do", "then", "key", "on", ".", "as");

    /** What begins a comparison: no column after it is assigned to. */
    private static final Set<String> COMPARES = Set.of("where", "and", "or", "not", "on", "when", "having");

    /** Whether the statement surely writes nothing; without an allocation but for {@code with}. */
    static boolean reads(String sql) {
        int start = SqlTokens.start(sql);
        for (String verb : READS) {
            if (startsWith(sql, start, verb)) {
                return true;
            }
        }
        if (startsWith(sql, start, "with")) {
            Sql statement = parse(sql);
            return !statement.opaque && statement.targets.isEmpty();
        }
        return false;
    }

    static Sql parse(String sql) {
        SqlTokens tokens = SqlTokens.of(sql);
        List<String> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> assigned = new HashSet<>();
        boolean opaque = tokens.broken();
        boolean deletes = false;
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i);
            if (tokens.isName(i)) {
                names.add(word);
                if (!isCompared(tokens, i)) {
                    assigned.add(word);
                }
            }
            if (isVerb(tokens, i)) {
                int table = table(tokens, i);
                if (table < tokens.size() && tokens.isName(table) && !tokens.isWord(table, "set")) {
                    targets.add(tokens.get(table));
                    deletes |= DELETES.contains(word);
                    // It empties, by foreign keys of any kind, tables that it does not name.
                    opaque |= word.equals("truncate") && tokens.hasWord("cascade");
                }
            }
        }
        String first = tokens.size() == 0 ? "" : tokens.get(0);
        opaque |= !first.equals("with") && (targets.isEmpty() || !WRITES.contains(first));
        return new Sql(opaque, deletes, targets, names, assigned);
    }

    private static boolean isVerb(SqlTokens tokens, int i) {
        return tokens.isWord(i)
                && WRITES.contains(tokens.get(i))
                && (i == 0 || !NO_VERB_AFTER.contains(tokens.get(i - 1)));
    }

    private static boolean isCompared(SqlTokens tokens, int name) {
        int before = name - 1;
        while (before > 0 && tokens.get(before).equals(".")) {
            before -= 2;
        }
        return before >= 0 && tokens.isWord(before) && COMPARES.contains(tokens.get(before));
    }

    /** Where the verb's table stands: the last part of a qualified name. */
    private static int table(SqlTokens tokens, int verb) {
        int i = verb + 1;
        while (i < tokens.size() && tokens.isWord(i) && BETWEEN.contains(tokens.get(i))) {
            i++;
        }
        while (i + 2 < tokens.size() && tokens.get(i + 1).equals(".") && tokens.isName(i + 2)) {
            i += 2;
        }
        return i;
    }

    private static boolean startsWith(String sql, int start, String verb) {
        int end = start + verb.length();
        return sql.regionMatches(true, start, verb, 0, verb.length())
                && (end == sql.length() || !SqlTokens.isPart(sql.charAt(end)));
    }

    /** A table's name as it is compared. */
    static String normal(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }
}
