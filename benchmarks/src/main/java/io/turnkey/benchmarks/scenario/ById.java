package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.contender.Contender;
import io.turnkey.benchmarks.paired.Work;

/** Reads by id that must all hit. */
final class ById implements Work {
    private final Contender contender;
    private final Long[] ids;

    ById(Contender contender, Long[] ids) {
        this.contender = contender;
        this.ids = ids;
    }

    @Override
    public long run(int from, int operations) {
        long missed = 0;
        for (int i = 0; i < operations; i++) {
            if (contender.byId(ids[(from + i) & (ids.length - 1)]) == null) {
                missed++;
            }
        }
        return missed;
    }
}
