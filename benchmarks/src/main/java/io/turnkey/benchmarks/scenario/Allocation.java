package io.turnkey.benchmarks.scenario;

import com.sun.management.ThreadMXBean;
import io.turnkey.benchmarks.contender.Contender;
import io.turnkey.benchmarks.contender.Peer;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Requests;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Quartiles;
import io.turnkey.benchmarks.paired.Work;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What a hit allocates: what the thread allocated while it read a million times, once the reads were compiled. */
record Allocation(int rows) implements Scenario {
    private static final int READS = 1_000_000;
    private static final int ROUNDS = 20;

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        Requests requests = Requests.of(rows);
        List<Row> results = new ArrayList<>();
        try (Accounts accounts = new Accounts(rows);
                Contender turnkey = Peer.TURNKEY.open(accounts)) {
            for (Key key : Key.values()) {
                double bytes = bytesEach(key.reads(turnkey, requests));
                String what = key.method() + " hit, allocated";
                Reach reach = Reach.less(0, 0, 0.01);
                results.add(new Row("S3", what, "", Quartiles.exactly(bytes), "B", "", reach));
            }
        }
        return results;
    }

    /** The least of some rounds: the first ones are interpreted. */
    private static double bytesEach(Work reads) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            reads.run(0, READS);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // Asking allocates a little itself.
        return Math.floor(1_000.0 * least / READS) / 1_000;
    }
}
