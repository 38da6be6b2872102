package io.turnkey.redis.node;

import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.redis.client.Server;
import io.turnkey.redis.model.News;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The connection of a group: made, watched, and made again. Owned by the control thread. */
final class Link {
    /** A cluster may try a few servers before it answers. */
    private static final int CALLS_TO_JOIN = 8;

    private final RedisOptions options;
    private final Server server;
    private final Control control;
    private final Executor threads;
    private final Reporter reporter;
    private final Subscriber subscriber;
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private final CompletableFuture<Boolean> firstAttempt = new CompletableFuture<>();

    private boolean closed;
    private boolean hearing;

    /** Whether an attempt is under way: neither all have joined nor one has failed. */
    private boolean attempting;

    private boolean waiting;
    private boolean outage;
    private int attempts;

    /** Counts attempts, so that what an earlier one left behind does not count. */
    private int round;

    private volatile boolean connected;

    Link(
            RedisOptions options,
            Server server,
            Control control,
            Executor threads,
            Reporter reporter,
            Subscriber subscriber) {
        this.options = options;
        this.server = server;
        this.control = control;
        this.threads = threads;
        this.reporter = reporter;
        this.subscriber = subscriber;
    }

    void add(String model, Participant participant) {
        participants.put(model, participant);
    }

    boolean isConnected() {
        return connected;
    }

    /** Completes when the first attempt has succeeded or failed. */
    CompletableFuture<Boolean> firstAttempt() {
        return firstAttempt;
    }

    void start() {
        control.every(options.heartbeat(), this::beat);
        connect();
    }

    void close() {
        closed = true;
        connected = false;
        firstAttempt.complete(false);
        subscriber.end();
        participants.values().forEach(Participant::end);
    }

    private void connect() {
        waiting = false;
        if (closed || connected) {
            return;
        }
        attempting = true;
        int current = ++round;
        control.after(
                options.connectTimeout().plus(options.commandTimeout().multipliedBy(CALLS_TO_JOIN)),
                () -> tookTooLong(current));
        threads.execute(() -> {
            try {
                server.open();
                control.execute(() -> opened(current));
            } catch (Throwable e) {
                control.execute(() -> refused(current, e));
            }
        });
    }

    private void refused(int current, Throwable cause) {
        if (current == round) {
            failed(null, cause);
        }
    }

    private void opened(int current) {
        if (closed || current != round || !attempting) {
            return;
        }
        if (hearing || !options.clusterSync()) {
            joinAll();
        } else {
            // One that was ended and hangs has to end first; until then attempts fail.
            subscriber.start(server, this::acknowledged, this::heard, this::ended);
        }
    }

    private void acknowledged() {
        if (!closed) {
            hearing = true;
            joinAll();
        }
    }

    private void joinAll() {
        participants.values().forEach(Participant::join);
        joined();
    }

    private void heard(String model, @Nullable News news) {
        Participant participant = participants.get(model);
        if (participant == null || closed) {
            return;
        }
        if (news == null) {
            reporter.failed(
                    model, "message", new CacheException("A message in the channel of " + model + " is none of ours"));
            participant.garbled();
        } else {
            participant.heard(news);
        }
    }

    private void ended(Throwable cause) {
        hearing = false;
        if (!closed) {
            failed(null, cause);
        }
    }

    /** A participant has joined. */
    void joined() {
        if (closed || connected || !participants.values().stream().allMatch(Participant::isJoined)) {
            return;
        }
        attempting = false;
        attempts = 0;
        outage = false;
        connected = true;
        reporter.connected();
        firstAttempt.complete(true);
    }

    /** A call of a participant failed, or something that concerns all. */
    void failed(@Nullable Participant one, Throwable cause) {
        if (closed) {
            return;
        }
        connected = false;
        if (one == null || server.isOne()) {
            participants.values().forEach(Participant::leave);
        } else {
            one.leave();
        }
        attempting = false;
        round++;
        if (!outage) {
            outage = true;
            reporter.disconnected(cause);
        }
        firstAttempt.complete(false);
        retry();
    }

    private void retry() {
        if (waiting) {
            return;
        }
        if (attempts >= options.reconnect().retries()) {
            reporter.failed(
                    null, "connect", new CacheException("Gave up after " + attempts + " attempts to reconnect"));
            return;
        }
        attempts++;
        waiting = true;
        Duration delay =
                options.reconnect().delay(attempts, ThreadLocalRandom.current().nextDouble());
        reporter.reconnecting(attempts, delay);
        control.after(delay, this::connect);
    }

    private void tookTooLong(int current) {
        if (closed || current != round || !attempting) {
            return;
        }
        participants.forEach((model, participant) -> {
            if (participant.isDeaf()) {
                reporter.failed(
                        model,
                        "listen",
                        new CacheException(
                                "Redis answers, but a message to ourselves was not heard: is the user allowed the channels, and is there a proxy that does not pass them on?"));
            }
        });
        deaf("Redis was not joined in time");
    }

    private void beat() {
        for (Participant participant : participants.values()) {
            if (!closed && participant.isJoined() && !participant.beat()) {
                deaf("A heartbeat was not heard until the next one");
            }
        }
    }

    private void deaf(String message) {
        hearing = false;
        subscriber.end();
        failed(null, new CacheException(message));
    }
}
