package io.turnkey.example.console;

import io.turnkey.example.data.LoadProgress;

/** A row of dots for each table, which needs no cursor and so reads as well in a file. */
final class Progress implements LoadProgress {
    private static final int DOTS = 40;

    private final Terminal terminal;
    private final String indent;
    private int total;
    private int done;
    private int dots;
    private long start;

    Progress(Terminal terminal, String indent) {
        this.terminal = terminal;
        this.indent = indent;
    }

    @Override
    public void begin(String what, int rows) {
        total = rows;
        done = 0;
        dots = 0;
        start = System.nanoTime();
        terminal.print(indent + Table.pad(what, -12));
    }

    @Override
    public void advance(int rows) {
        done += rows;
        int reached = (int) ((long) DOTS * done / total);
        terminal.print(terminal.styled(Style.FAINT, ".".repeat(reached - dots)));
        dots = reached;
    }

    @Override
    public void end() {
        terminal.line(Table.pad(Numbers.count(total), 8) + Table.pad(Numbers.timeSince(start), 12));
    }
}
