package com.example.stranger.cluster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/** Which faults come when; the same for the same seed. Every kind comes once before one comes again. */
final class Schedule {
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
        Duration lasts = Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(200) : 300 + random.nextInt(2_000));
        return new Round(
                Duration.ofMillis(200 + random.nextInt(800)),
                List.copyOf(faults),
                lasts,
                random.nextBoolean(),
                random.nextBoolean());
    }

    private Fault draw() {
        if (deck.isEmpty()) {
            List<Fault.Kind> kinds = new ArrayList<>(List.of(Fault.Kind.values()));
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
            case FREEZE_REDIS, KILL_REDIS, FLUSH_REDIS -> 0;
            case CUT, CUT_ALL, DEAFEN, MUTE, RESET -> 1;
            case KILL_NODE -> 2;
        };
    }
}
