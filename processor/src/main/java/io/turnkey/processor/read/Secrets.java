package io.turnkey.processor.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Guesses by its name whether an attribute holds a secret. */
final class Secrets {
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");
    private static final Set<String> WORD = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "token",
            "credential",
            "credentials",
            "pin",
            "ssn",
            "cvv",
            "cvc",
            "otp",
            "totp",
            "apikey",
            "privatekey");
    private static final Set<List<String>> PAIR = Set.of(
            List.of("api", "key"),
            List.of("private", "key"),
            List.of("secret", "key"),
            List.of("access", "key"),
            List.of("pass", "word"));

    private Secrets() {}

    /** Whether the name says so, for a type that can hold one: a flag, a time or a count ({@code tokenVersion}) is none. */
    static boolean looksSecret(String name, TypeMirror type, Compilation compilation) {
        List<String> words = Arrays.stream(WORDS.split(name))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (!names(words, false)) {
            return false;
        }
        TypeMirror boxed = compilation.boxed(type);
        if (boxed.getKind() != TypeKind.ARRAY
                && (compilation.isA(boxed, "java.lang.Boolean")
                        || compilation.isA(boxed, "java.time.temporal.Temporal")
                        || compilation.isA(boxed, "java.util.Date")
                        || compilation.isA(boxed, "java.lang.Enum"))) {
            return false;
        }
        boolean number = compilation.isA(boxed, "java.lang.Number");
        return !number || names(words.subList(Math.max(0, words.size() - 2), words.size()), true);
    }

    private static boolean names(List<String> words, boolean onlyLast) {
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            if (WORD.contains(words.get(i)) && (last || !onlyLast)) {
                return true;
            }
            if (!last && PAIR.contains(words.subList(i, i + 2))) {
                return true;
            }
        }
        return false;
    }
}
