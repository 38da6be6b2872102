package com.example.stranger.watch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** What an application finds in its log: {@code "WARN io.turnkey.User message <- cause <- cause"}. Only while a test listens is it kept. */
public final class Log {
    private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();
    private static volatile boolean kept;

    private Log() {}

    /** Forgets what is there, and keeps what comes. */
    public static void begin() {
        LINES.clear();
        kept = true;
    }

    public static void end() {
        kept = false;
        LINES.clear();
    }

    /** The lines about this library, oldest first. */
    public static List<String> lines() {
        return List.copyOf(LINES);
    }

    /** Those of one level and logger. */
    public static List<String> lines(Level level, String logger) {
        String prefix = level + " " + logger + " ";
        return LINES.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    static Logger logger(String name) {
        return name.startsWith("io.turnkey") ? new Kept(name) : new Kept(null);
    }

    private static final class Kept extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        private final boolean wanted;

        Kept(String name) {
            this.name = name;
            wanted = name != null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable failure) {
            StringBuilder line = new StringBuilder(level + " " + name + " ")
                    .append(MessageFormatter.basicArrayFormat(message, arguments));
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                line.append(" <- ").append(cause);
            }
            LINES.add(line.toString());
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return wanted && kept;
        }

        @Override
        public boolean isDebugEnabled() {
            return wanted && kept;
        }

        @Override
        public boolean isInfoEnabled() {
            return wanted && kept;
        }

        @Override
        public boolean isWarnEnabled() {
            return wanted && kept;
        }

        @Override
        public boolean isErrorEnabled() {
            return wanted && kept;
        }
    }
}
