package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.contender.Contender;
import io.turnkey.benchmarks.contender.Peer;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Requests;
import io.turnkey.benchmarks.paired.Comparison;
import io.turnkey.benchmarks.paired.Pair;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Work;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One call for a hundred rows that are all in memory, beside a hundred reads of a map, whose answers are not collected. */
record ManyByEmail(int rows) implements Scenario {
    private static final int KEYS = 100;
    private static final int CALLS = 1_000;

    @Override
    public String name() {
        return "s9";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        List<List<String>> calls = calls();
        try (Accounts accounts = new Accounts(rows);
                Contender map = Peer.MAP.open(accounts);
                Pair pair = new Pair(1)) {
            Work ours = (from, operations) -> {
                long wrong = 0;
                for (int i = 0; i < operations; i++) {
                    List<String> keys = calls.get((from + i) % CALLS);
                    if (accounts.cache().getManyByEmail(keys).size() != KEYS) {
                        wrong++;
                    }
                }
                return wrong;
            };
            Work gets = (from, operations) -> {
                long wrong = 0;
                for (int i = 0; i < operations; i++) {
                    for (String email : calls.get((from + i) % CALLS)) {
                        if (map.byEmail(email) == null) {
                            wrong++;
                        }
                    }
                }
                return wrong;
            };
            Comparison result = pair.compare(ours, gets, plan);
            return List.of(new Row(
                    "S9",
                    "getManyByEmail(100), all hits",
                    "100 gets of a ConcurrentHashMap",
                    result.ratio(),
                    "×",
                    Details.nanos(result),
                    Reach.more(0.5, 0.8, 0.25)));
        }
    }

    private List<List<String>> calls() {
        String[] emails = Requests.of(rows).emails();
        return IntStream.range(0, CALLS)
                .mapToObj(call -> {
                    Set<String> keys = new LinkedHashSet<>();
                    for (int i = call * 2 * KEYS; keys.size() < KEYS; i++) {
                        keys.add(emails[i % emails.length]);
                    }
                    return List.copyOf(keys);
                })
                .toList();
    }
}
