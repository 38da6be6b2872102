package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.contender.Contender;
import io.turnkey.benchmarks.contender.Peer;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Requests;
import io.turnkey.benchmarks.paired.Comparison;
import io.turnkey.benchmarks.paired.Pair;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Work;
import java.util.List;

/**
 * What a hit costs beside what it costs another one.
 *
 * @param id the target
 * @param key what is asked by
 * @param peer beside whom
 * @param rows how many are in memory
 * @param threads how many read at once
 * @param reach what is to be reached
 */
record Hits(String id, Key key, Peer peer, int rows, int threads, Reach reach) implements Scenario {
    @Override
    public String name() {
        return String.join("-", id, key.name(), peer.name(), rows / 1_000 + "k", threads + "t")
                .toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        Requests requests = Requests.of(rows);
        try (Accounts accounts = new Accounts(rows);
                Contender turnkey = Peer.TURNKEY.open(accounts);
                Contender other = peer.open(accounts);
                Pair pair = new Pair(threads)) {
            Work ours = key.reads(turnkey, requests);
            Comparison result = pair.compare(ours, key.reads(other, requests), plan);
            String what = "%s hit, %dk rows, %d thread%s"
                    .formatted(key.method(), rows / 1_000, threads, threads == 1 ? "" : "s");
            return List.of(new Row(id, what, peer.label(), result.ratio(), "×", Details.nanos(result), reach));
        }
    }
}
