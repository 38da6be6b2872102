package com.example.stranger.cluster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/** Which faults come when; the same for the same seed. Every kind comes once, or twice, before one comes again. */
final class Schedule {
    /** After these alone a node finds out, id by id, what it missed: most others make it drop everything. */
    private static final List<Fault.Kind> TWICE = List.of(Fault.Kind.CUT, Fault.Kind.DEAFEN, Fault.Kind.MUTE);

    private final Random random;
    private final int nodes;
    private final Queue<Fault.Kind> deck = new ArrayDeque<>();

    Schedule(long seed, int nodes) {
        this.random = new Random(seed);
        this.nodes = nodes;
    }

    /**
     * One round.
     *
     * @param calm how long nothing happens before
     * @param faults what happens at once
     * @param lasts how long they last
     * @param quiet whether writing stops before they end, and not after
     * @param broken whether connections that were held are broken when it ends; else what waits in them goes on
     */
    record Round(Duration calm, List<Fault> faults, Duration lasts, boolean quiet, boolean broken) {}

    Round next() {
        List<Fault> faults = new ArrayList<>(List.of(draw()));
        if (random.nextInt(3) == 0) {
            Fault second = draw();
            if (goTogether(faults.get(0).kind(), second.kind())) {
                faults.add(second);
            } else {
                deck.add(second.kind());
            }
        }
        // Some are over before anybody notices.
        Duration lasts = Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(200) : 300 + random.nextInt(1_700));
        return new Round(
                Duration.ofMillis(200 + random.nextInt(500)),
                List.copyOf(faults),
                lasts,
                // Both more often than not: what is wrong is seen only until it is written again, and a node
                // has missed something only if it was not kept for it.
                random.nextInt(3) > 0,
                random.nextInt(4) > 0);
    }

    private Fault draw() {
        if (deck.isEmpty()) {
            List<Fault.Kind> kinds = new ArrayList<>(List.of(Fault.Kind.values()));
            kinds.addAll(TWICE);
            Collections.shuffle(kinds, random);
            deck.addAll(kinds);
        }
        return new Fault(deck.remove(), random.nextInt(nodes));
    }

    /** Redis can be flushed only while it answers, and a connection is held by one fault. */
    private static boolean goTogether(Fault.Kind one, Fault.Kind other) {
        return one != other && group(one) != group(other);
    }

    private static int group(Fault.Kind kind) {
        return switch (kind) {
            case FREEZE_REDIS, KILL_REDIS, REVERT_REDIS, FLUSH_REDIS, EVICT_REDIS -> 0;
            case CUT, CUT_ALL, DEAFEN, MUTE, RESET -> 1;
            case KILL_NODE -> 2;
        };
    }
}
