package io.turnkey.example.console;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/** Where text goes: never wider than {@link #WIDTH}, and in colours only where somebody sees them. */
public final class Terminal {
    /** The most columns of a line. */
    public static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean colours;

    /** A terminal on {@code out}. */
    public Terminal(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** The one that the program was started from; plain if the output is redirected, {@code NO_COLOR} is set or {@code TERM} knows no colours. */
    public static Terminal system() {
        return new Terminal(System.out, isInteractive() && wantsColours(System.getenv()));
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    void line(String text) {
        out.println(text);
    }

    String styled(Style style, String text) {
        return colours && !text.isBlank() ? style.on(text) : text;
    }

    /** Wraps {@code text} between words, each line indented. */
    void paragraph(int indent, String text) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() + 1 > WIDTH && line.length() > indent) {
                line(line.toString());
                line = new StringBuilder(" ".repeat(indent));
            }
            line.append(line.length() > indent ? " " : "").append(word);
        }
        line(line.toString());
    }

    static boolean wantsColours(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "dumb");
        return !term.equals("dumb") && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Up to JDK 21 there is a console only where there is a terminal; since JDK 22 it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
