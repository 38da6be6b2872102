package com.example.stranger.cluster;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.cluster.Schedule.Round;
import io.turnkey.CacheGroup;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One run: rounds of faults, and after each the comparison of everything with the database. */
final class Chaos implements AutoCloseable {
    /** Longer than anything takes on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Duration ttl;
    private final Schedule schedule;
    private final Ledger ledger = new Ledger();
    private final Judge judge = new Judge(ledger);
    private final Staleness staleness = new Staleness(ledger);
    private final ChaosReport report;
    private final Evidence evidence;
    private final Cluster cluster;
    private final Site observer;
    private final Canaries canaries;

    /** The nodes that were killed in this round, and when. */
    private final Map<String, Instant> killed = new HashMap<>();

    /** What is going on, for messages. */
    private String doing = "";

    Chaos(long seed, Duration ttl) {
        this.ttl = ttl;
        schedule = new Schedule(seed, Cluster.NODES);
        report = new ChaosReport(seed);
        evidence = new Evidence(ledger, staleness, report);
        cluster = new Cluster(seed, ttl, evidence);
        observer = new Site(cluster.observer());
        canaries = new Canaries(cluster.observer().redis());
    }

    ChaosReport report() {
        return report;
    }

    /** What was wrong, at best nothing. */
    List<String> run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<String> wrong = new ArrayList<>();
        cluster.resume();
        for (int number = 1; wrong.isEmpty() && System.nanoTime() < end; number++) {
            Round round = schedule.next();
            doing = "round " + number + " " + round + ": ";
            wrong.addAll(round(round).stream().map(doing::concat).toList());
        }
        if (wrong.isEmpty()) {
            doing = "at the end: ";
            cluster.awaitAll();
            long now = Wire.micros(Instant.now());
            cluster.pause();
            wrong.addAll(verified(now, now));
        }
        staleness.report(report);
        report.noted("writes of killed nodes, unheard", ledger.unheard());
        return wrong;
    }

    private List<String> round(Round round) {
        pass(round.calm());
        long begun = Wire.micros(Instant.now());
        round.faults().forEach(this::inject);
        pass(round.lasts());
        if (round.quiet()) {
            cluster.pause();
        }
        long paused = Wire.micros(Instant.now());
        round.faults().forEach(fault -> cluster.heal(fault, round.broken()));
        cluster.pause();
        List<String> wrong = verified(begun, round.quiet() ? paused : Wire.micros(Instant.now()));
        staleness.faulty(begun, Wire.micros(Instant.now()));
        cluster.resume();
        return wrong;
    }

    private void inject(Fault fault) {
        report.injected(fault);
        if (fault.kind() == Fault.Kind.KILL_NODE) {
            killed.put(cluster.name(fault.node()), Instant.now());
        }
        cluster.inject(fault);
    }

    /** What is wrong when nobody writes, which is so since {@code quiet}, after faults that began at {@code begun}. */
    private List<String> verified(long begun, long quiet) {
        killed.keySet().forEach(node -> RedisServer.await(() -> !ClusterDatabase.serves(node)));
        ledger.read();
        killed.forEach((node, when) -> ledger.killed(node, when, canaries::heard));
        killed.clear();
        ledger.expire(Instant.now().minus(ttl).minusSeconds(2));
        List<RowState> rows = ClusterDatabase.rows();
        List<NodeProcess> nodes = cluster.nodes();
        List<String> wrong = nodesWrong(nodes, rows, begun, quiet);
        wrong.addAll(observerWrong(rows));
        nodes.forEach(node -> node.execute("tell"));
        wrong.addAll(evidence.wrong());
        if (wrong.isEmpty()) {
            ledger.proven();
        }
        return wrong;
    }

    /** Waits until the nodes are right. */
    private List<String> nodesWrong(List<NodeProcess> nodes, List<RowState> rows, long begun, long quiet) {
        List<String> wrong = new ArrayList<>();
        String last = "nothing was found wrong";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            last = wrong.isEmpty() ? last : wrong.get(0);
            wrong.clear();
            long asked = Wire.micros(Instant.now());
            long connected = 0;
            nodes.forEach(node -> node.send("view"));
            for (NodeProcess node : nodes) {
                View view = View.parse(node.finish());
                wrong.addAll(judge.wrong(node.settings().name(), view, rows));
                if (!node.isConnected()) {
                    wrong.add(node.settings().name() + " does not hear Redis");
                }
                connected = Math.max(connected, node.connectedSince());
            }
            if (wrong.isEmpty() && connected > begun) {
                report.recovered(Math.max(0, asked - Math.max(connected, quiet)), doing + last);
            }
        } while (!wrong.isEmpty() && !evidence.isBad() && System.nanoTime() < deadline);
        // What may become right is of no interest where something else has been wrong.
        return evidence.isBad() ? new ArrayList<>() : wrong;
    }

    /** A node that has nothing in memory reads what Redis has. */
    private List<String> observerWrong(List<RowState> rows) {
        try (CacheGroup group = observer.caches(cluster.observer()).open(observer.factory())) {
            SubscriberCache cache = group.get(SubscriberCache.class);
            List<String> wrong;
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            do {
                wrong = judge.wrong("a new node", View.of(cache), rows);
            } while (!wrong.isEmpty() && System.nanoTime() < deadline);
            report.noted("rows that a new node found in Redis", cache.stats().l2Hits());
            return wrong;
        }
    }

    /** Lets the nodes work. */
    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        canaries.close();
        cluster.close();
        observer.close();
    }
}
