package io.turnkey.example.console;

import io.turnkey.CacheStats;
import io.turnkey.EntityCache;
import io.turnkey.example.data.LoadProgress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells the tour: chapters, sentences, calls with their outcome and time. */
public final class Narrator {
    private static final String INDENT = "    ";

    private static final String ARROW = INDENT + "  -> ";

    private final Terminal terminal;
    private int chapters;

    /** A narrator who writes to {@code terminal}. */
    public Narrator(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Begins a chapter and says what it shows. */
    public void chapter(String title, String sentence) {
        chapters++;
        terminal.line("");
        terminal.line(terminal.styled(Style.TITLE, Table.pad(Integer.toString(chapters), 2) + "  " + title));
        say(sentence);
        terminal.line("");
    }

    /** How many chapters were begun. */
    public int chapters() {
        return chapters;
    }

    /** Writes a sentence or two. */
    public void say(String text) {
        terminal.paragraph(INDENT.length(), text);
    }

    /** An empty line. */
    public void pause() {
        terminal.line("");
    }

    /** Shows code that is not timed. */
    public void code(String... lines) {
        Arrays.stream(lines).forEach(line -> terminal.line(INDENT + terminal.styled(Style.CODE, line)));
    }

    /** Shows a result, shortened to one line. */
    public void result(String text) {
        String line = ARROW + text;
        terminal.line(line.length() <= Terminal.WIDTH ? line : line.substring(0, Terminal.WIDTH - 3) + "...");
    }

    /** Makes a call, shows how {@code cache} answered it, how long it took, and what it answered. */
    public <T> T read(EntityCache<?, ?> cache, String code, Supplier<T> call, Function<? super T, String> describe) {
        CacheStats before = cache.stats();
        long start = System.nanoTime();
        T answer = call.get();
        double nanos = (double) (System.nanoTime() - start);
        Reads reads = Reads.between(before, cache.stats());
        timed(code, reads.toString(), reads.missed() ? Style.MISS : Style.HIT, nanos);
        result(describe.apply(answer));
        return answer;
    }

    /** Makes a call that answers nothing. */
    public void run(String code, Runnable call) {
        long start = System.nanoTime();
        call.run();
        timed(code, "", Style.FAINT, (double) (System.nanoTime() - start));
    }

    /** Writes a table. */
    public void table(Table table) {
        List<String> lines = table.lines();
        terminal.line(INDENT + terminal.styled(Style.TITLE, lines.get(0)));
        lines.stream().skip(1).forEach(line -> terminal.line(INDENT + line));
    }

    /** Shows how a load gets on. */
    public LoadProgress progress() {
        return new Progress(terminal, INDENT);
    }

    private void timed(String code, String outcome, Style style, double nanos) {
        String time = Table.pad(Numbers.time(nanos), 10);
        int room = Terminal.WIDTH - INDENT.length() - code.length() - time.length();
        terminal.line(INDENT
                + terminal.styled(Style.CODE, code)
                + terminal.styled(style, Table.pad(outcome, room))
                + terminal.styled(Style.FAINT, time));
    }
}
