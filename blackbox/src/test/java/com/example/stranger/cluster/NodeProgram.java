package com.example.stranger.cluster;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.stress.History;
import com.example.stranger.stress.Writer;
import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheStats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One node, in a JVM of its own, which does what the lines of its input say until they end. {@link NodeProcess} is its other side. */
final class NodeProgram implements AutoCloseable {
    private final Wire wire = new Wire();
    private final NodeSettings settings;
    private final Site site;
    private final Foreign foreign;
    private final CacheGroup group;
    private final SubscriberCache cache;
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "teller");
        thread.setDaemon(true);
        return thread;
    });

    /** Set by {@code start}. */
    private Workload workload;

    private NodeProgram(NodeSettings settings) {
        this.settings = settings;
        site = new Site(settings);
        foreign = new Foreign(settings, wire);
        group = site.caches(settings)
                .on(CacheEvent.RedisDisconnected.class, event -> told("disconnected", event.cause()))
                .on(CacheEvent.RedisReconnected.class, event -> told("connected", ""))
                .on(CacheEvent.Failed.class, event -> told("failed", event + " " + event.error()))
                .open(site.factory());
        cache = group.get(SubscriberCache.class);
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        // What libraries print is no line of the wire.
        System.setOut(System.err);
        try (NodeProgram node = new NodeProgram(NodeSettings.parse(arguments))) {
            node.wire.say("ready");
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String command = commands.readLine(); ; command = commands.readLine()) {
                if (command == null) {
                    // The test has ended, whatever it left behind.
                    Runtime.getRuntime().halt(1);
                } else if (command.equals("close")) {
                    return;
                }
                node.execute(command);
                node.wire.say("done");
            }
        }
    }

    private void execute(String command) throws SQLException {
        String[] words = command.split(" ", 2);
        switch (words[0]) {
            case "start" -> start();
            case "pause" -> workload.pause();
            case "resume" -> workload.resume();
            case "tell" -> tell();
            case "view" -> View.of(cache).write(line -> wire.say("answer", line));
            case "ask" -> ask(Question.parse(words[1]));
            case "watch" -> new Latency(site, cache, wire, settings.redis()).watch(foreign);
            case "write" -> new Latency(site, cache, wire, settings.redis()).write(Integer.parseInt(words[1]));
            default -> throw new IllegalArgumentException(command);
        }
    }

    /** Begins to work, paused. */
    private void start() throws SQLException {
        History history = new History(new Numbers(site.pool()), foreign);
        Writer writer = new Writer(site.factory(), history, new TableJournal(settings.name()));
        workload = new Workload(settings, cache, wire, history, writer);
        workload.pause();
        workload.start();
        teller.scheduleAtFixedRate(this::tell, 200, 200, TimeUnit.MILLISECONDS);
    }

    private void ask(Question question) {
        try {
            question.ask(cache).forEach(row -> wire.say("answer", row.text()));
        } catch (CacheLoadException e) {
            wire.say("answer", "failed");
        }
    }

    private synchronized void tell() {
        foreign.tell();
        CacheStats stats = cache.stats();
        List<Object> words = new ArrayList<>(List.of(
                "stats",
                "loads=" + stats.loads(),
                "evictions=" + stats.evictions(),
                "expirations=" + stats.expirations(),
                "l2 hits=" + stats.l2Hits(),
                "l2 misses=" + stats.l2Misses(),
                "refused installs=" + stats.refusedInstalls(),
                "repairs=" + stats.repairs()));
        if (workload != null) {
            words.addAll(workload.counts());
        }
        wire.say(words.toArray());
    }

    private void told(String what, Object about) {
        wire.say(what, Wire.micros(Instant.now()), about);
    }

    @Override
    public void close() {
        teller.shutdownNow();
        group.close();
        site.close();
    }
}
