package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.contender.Contender;
import io.turnkey.benchmarks.paired.Work;

/** Reads by email that must all hit. */
final class ByEmail implements Work {
    private final Contender contender;
    private final String[] emails;

    ByEmail(Contender contender, String[] emails) {
        this.contender = contender;
        this.emails = emails;
    }

    @Override
    public long run(int from, int operations) {
        long missed = 0;
        for (int i = 0; i < operations; i++) {
            if (contender.byEmail(emails[(from + i) & (emails.length - 1)]) == null) {
                missed++;
            }
        }
        return missed;
    }
}
