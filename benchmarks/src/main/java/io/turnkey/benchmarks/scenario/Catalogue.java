package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.codec.Form;
import io.turnkey.benchmarks.contender.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All scenarios, in the order of the table. */
public final class Catalogue {
    private static final int USUAL = 100_000;
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;

    private Catalogue() {}

    /** Everything that is measured. */
    public static List<Scenario> all() {
        return Stream.of(quick(), codecs()).flatMap(List::stream).toList();
    }

    /** What has a target, and the peers. */
    public static List<Scenario> quick() {
        return Stream.of(guarded(), peers(), single()).flatMap(List::stream).toList();
    }

    /** What the check before a release runs. */
    public static List<Scenario> guarded() {
        List<Scenario> scenarios = new ArrayList<>();
        for (int rows : new int[] {FEW, USUAL}) {
            for (int threads : new int[] {1, 2}) {
                scenarios.add(new Hits("S1", Key.ID, Peer.MAP, rows, threads, Reach.more(0.6, 0.8, 0.4)));
            }
        }
        for (int threads : new int[] {1, 2}) {
            scenarios.add(new Hits("S2", Key.EMAIL, Peer.MAP, USUAL, threads, Reach.more(0.75, 0.9, 0.5)));
        }
        scenarios.add(new Allocation(USUAL));
        for (int threads : new int[] {1, 2}) {
            scenarios.add(new Hits("S4", Key.ID, Peer.CAFFEINE, USUAL, threads, Reach.more(5, 7, 2)));
            scenarios.add(new Hits("S4", Key.EMAIL, Peer.INDEXED, USUAL, threads, Reach.more(4, 5, 2)));
        }
        return scenarios;
    }

    private static List<Scenario> peers() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Peer peer : List.of(Peer.CACHE2K, Peer.GUAVA, Peer.SPRING, Peer.JETCACHE, Peer.REDISSON, Peer.HIBERNATE)) {
            for (Key key : Key.values()) {
                scenarios.add(new Hits("peers", key, peer, USUAL, 1, Reach.NONE));
            }
        }
        return scenarios;
    }

    private static List<Scenario> single() {
        return List.of(
                new Mixed(USUAL, 2),
                new HitRatio(),
                new Heap(USUAL),
                new FullLoad(MANY),
                new ManyByEmail(USUAL),
                RowCodec.turnkey(),
                RowCodec.legible(),
                new RedisCopies(USUAL),
                new Invalidation(),
                new Processors(100),
                new Growth(FEW, MANY));
    }

    private static List<Scenario> codecs() {
        return Stream.of(Form.values())
                .filter(form -> form != Form.TURNKEY && form != Form.TURNKEY_JSON && form != Form.DATABIND)
                .<Scenario>map(RowCodec::other)
                .toList();
    }
}
