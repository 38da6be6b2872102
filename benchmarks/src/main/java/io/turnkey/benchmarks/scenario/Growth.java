package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.contender.Contender;
import io.turnkey.benchmarks.contender.Peer;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Requests;
import io.turnkey.benchmarks.paired.Comparison;
import io.turnkey.benchmarks.paired.Pair;
import io.turnkey.benchmarks.paired.Plan;
import java.util.ArrayList;
import java.util.List;

/** How much dearer a hit gets when there are more rows: the caches of the same contender take turns. */
record Growth(int few, int many) implements Scenario {
    @Override
    public String name() {
        return "s14";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Accounts small = new Accounts(few);
                Accounts large = new Accounts(many);
                Pair pair = new Pair(1)) {
            for (Peer peer : List.of(Peer.TURNKEY, Peer.MAP)) {
                try (Contender inSmall = peer.open(small);
                        Contender inLarge = peer.open(large)) {
                    Comparison result = pair.compare(
                            Key.ID.reads(inSmall, Requests.of(few)), Key.ID.reads(inLarge, Requests.of(many)), plan);
                    String what = peer.label() + ": getById hit with %dk rows".formatted(many / 1_000);
                    Reach reach = peer == Peer.TURNKEY ? Reach.less(4, 4, 8) : Reach.NONE;
                    String beside = "with %dk rows".formatted(few / 1_000);
                    rows.add(new Row("S14", what, beside, result.ratio(), "× the time", Details.nanos(result), reach));
                }
            }
        }
        return rows;
    }
}
