package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.paired.Quartiles;

/**
 * One line of the table.
 *
 * @param id the target it belongs to, such as S1
 * @param what what was measured
 * @param other beside what
 * @param value the median and the quartiles
 * @param unit of the value
 * @param detail absolute numbers, which hold for one machine at one time
 * @param reach what is to be reached
 */
public record Row(String id, String what, String other, Quartiles value, String unit, String detail, Reach reach)
        implements Line {
    /** The heading of the table. */
    public static final String HEADING =
            "| | what | beside | result | absolute | target (wanted) | |\n|---|---|---|---|---|---|---|";

    /** Whether the regression guard lets it pass. */
    public boolean isHeld() {
        return reach.holds(value.median());
    }

    @Override
    public String markdown() {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(id, what, other, (value + " " + unit).strip(), detail, reach, reach.verdict(value.median()));
    }
}
