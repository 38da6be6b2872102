package io.turnkey.internal.event;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MessageFormatter;

/** Loggers whose lines a test can read: {@code "WARN io.turnkey.User: message"}, then {@code " <- cause"} if there is one. */
public final class RecordingLoggers implements Function<String, Logger> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Every line so far. */
    public List<String> lines() {
        return lines;
    }

    /** The lines of one level, without its name. */
    public List<String> lines(String level) {
        String prefix = level + " ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    @Override
    public Logger apply(String name) {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    lines.add(method.getName().toUpperCase(Locale.ROOT) + " " + name + ": " + text(arguments));
                    return null;
                });
    }

    private static String text(Object[] arguments) {
        Object[] parameters = arguments.length == 2 && arguments[1] instanceof Object[] several
                ? several
                : Arrays.copyOfRange(arguments, 1, arguments.length);
        FormattingTuple line = MessageFormatter.arrayFormat((String) arguments[0], parameters);
        return line.getMessage() + (line.getThrowable() == null ? "" : " <- " + line.getThrowable());
    }
}
