package io.turnkey.example.console;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns: the first to the left, the others, being numbers, to the right. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column headings. */
    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row with a cell for each heading. */
    public Table row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    "The table has " + rows.get(0).size() + " columns, but the row has " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The heading, a rule, and the rows. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines =
                new ArrayList<>(rows.stream().map(cells -> line(cells, widths)).toList());
        lines.add(1, "-".repeat(lines.get(0).length()));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> cells : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], cells.get(column).length());
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(pad(cells.get(0), -widths[0]));
        for (int column = 1; column < widths.length; column++) {
            line.append(GAP).append(pad(cells.get(column), widths[column]));
        }
        return line.toString();
    }

    /** To the right, or with a negative width to the left. */
    static String pad(String text, int width) {
        String space = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        return width < 0 ? text + space : space + text;
    }
}
