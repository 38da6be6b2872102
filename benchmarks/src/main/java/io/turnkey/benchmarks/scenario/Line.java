package io.turnkey.benchmarks.scenario;

import java.io.Serializable;

/** What a scenario has measured. */
public sealed interface Line extends Serializable permits Row, TraceLine {
    /** As a line of a Markdown table. */
    String markdown();
}
