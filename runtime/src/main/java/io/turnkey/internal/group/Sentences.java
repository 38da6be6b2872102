package io.turnkey.internal.group;

import io.turnkey.internal.stats.FailureStreak.Failures;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** What failed, in words that may be shown to anybody who may see a health page: short, and without what looks like a secret or may be a row's value. */
final class Sentences {
    private static final int MOST_LETTERS = 200;

    /** Searching for secrets takes time with the square of the length. */
    private static final int MOST_SEARCHED = 2_000;

    /** SQL states of errors whose message quotes what a row or a parameter holds: data exceptions and violated constraints. */
    private static final Set<String> QUOTING = Set.of("22", "23");

    /** {@code password=x}, {@code "apiKey": "x"}. */
    private static final Pattern SECRET = Pattern.compile(
            "((?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|api_?key)\\w*[\"']?\\s*[=:]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;&)\\]}]+)",
            Pattern.CASE_INSENSITIVE);

    /** {@code jdbc:postgresql://user:password@host}, {@code jdbc:oracle:thin:user/password@host}. */
    private static final Pattern LOGIN = Pattern.compile("(//|:)[^/\\s:@]+[:/][^\\s/@]+@");

    private Sentences() {}

    /** {@code start failed 3 times, first 12 s ago and last 2 s ago (why)}. */
    static String failed(String what, Failures failures) {
        String times = failures.count() == 1
                ? " failed " + text(failures.sinceLast()) + " ago"
                : " failed " + failures.count() + " times, first " + text(failures.sinceFirst()) + " ago and last "
                        + text(failures.sinceLast()) + " ago";
        return what + times + " (" + reason(failures.last()) + ")";
    }

    /** Why, by the last of the causes. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        // A chain that leads back to itself ends somewhere, too.
        for (int depth = 0; root.getCause() != null && depth < MOST_LETTERS; depth++) {
            root = root.getCause();
        }
        String kind = root.getClass().getSimpleName();
        if (root instanceof SQLException sql && sql.getSQLState() != null && quotes(sql.getSQLState())) {
            return kind + ", SQL state " + sql.getSQLState();
        }
        if (root instanceof IllegalArgumentException || root instanceof DateTimeException) {
            // Those of the JDK quote what they were given, and so do most converters.
            return kind;
        }
        String message = root.getMessage();
        String told = message == null ? "" : redacted(message.strip());
        return told.isEmpty() ? kind : kind + ": " + told;
    }

    private static boolean quotes(String sqlState) {
        return sqlState.length() > 2 && QUOTING.contains(sqlState.substring(0, 2));
    }

    private static String redacted(String message) {
        String line = message.lines().findFirst().orElse("");
        line = line.substring(0, Math.min(line.length(), MOST_SEARCHED));
        line = LOGIN.matcher(line).replaceAll("$1***@");
        line = SECRET.matcher(line).replaceAll("$1***");
        return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "...";
    }

    /** What somebody has chosen: {@code 250 ms}, {@code 2 h 30 min}. */
    static String exact(Duration duration) {
        String parts = part(duration.toHours(), "h")
                + part(duration.toMinutesPart(), "min")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
        return parts.isEmpty() ? "0 ms" : parts.strip();
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : " " + number + " " + unit;
    }

    /** How long ago, or when, about: {@code 8 s}, {@code 5 min}. */
    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        return duration.toMinutes() < 120 ? duration.toMinutes() + " min" : duration.toHours() + " h";
    }
}
