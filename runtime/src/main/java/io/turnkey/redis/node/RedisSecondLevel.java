package io.turnkey.redis.node;

import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.redis.client.Server;
import io.turnkey.redis.model.Keys;
import io.turnkey.redis.model.ModelCommands;
import io.turnkey.redis.model.Position;
import io.turnkey.redis.model.Randomness;
import io.turnkey.spi.Member;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SharedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The second level of a group in Redis. */
public final class RedisSecondLevel implements SecondLevel {
    private final RedisOptions options;
    private final String group;
    private final Server server;
    private final String node = Randomness.text();
    private final Threads threads;
    private final Control control;
    private final Reporter reporter;
    private final Subscriber subscriber;
    private final Link link;
    private final Map<String, Joined> models = new LinkedHashMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What is closed with a model. */
    private record Joined(RedisModel model, Sender sender, Trust trust, Member member) {}

    public RedisSecondLevel(RedisOptions options, String group, Server server, Observer observer) {
        this.options = options;
        this.group = group;
        this.server = server;
        this.threads = new Threads(group, options.poolSize());
        this.control = new Control(threads.named("control"), this::unexpected);
        this.reporter = new Reporter(observer, control, secrets(options));
        this.subscriber = new Subscriber(control, threads.named("subscriber"));
        this.link = new Link(options, server, control, threads, reporter, subscriber);
    }

    @Override
    public SharedModel join(String model, String fingerprint, Member member) {
        if (started.get()) {
            throw new IllegalStateException("The second level has started: " + model + " cannot join any more");
        }
        if (models.containsKey(model)) {
            throw new IllegalStateException(model + " has joined already");
        }
        Keys keys = new Keys(options.keyPrefix(), group, model);
        ModelCommands commands = new ModelCommands(server, keys, fingerprint, node, options.clusterSync());
        Lane lane = new Lane(threads);
        Trust trust = new Trust();
        Outbox outbox = new Outbox(options.maxQueuedChanges(), options.maxQueuedFills());
        ParticipantSignals signals = new ParticipantSignals(model);
        Sender sender = new Sender(commands, outbox, trust, lane, threads, signals);
        GuardedMember guarded = new GuardedMember(member, e -> reporter.failed(model, "message", e));
        Participant participant = new Participant(
                node, options.clusterSync(), guarded, commands, lane, control, trust, outbox, sender, signals);
        signals.participant = participant;
        link.add(model, participant);
        subscriber.add(keys.changes(), model);
        subscriber.add(keys.beats(node), model);
        Reclaiming reclaiming = new Reclaiming(commands, trust, lane);
        RedisModel shared = new RedisModel(
                trust,
                outbox,
                sender,
                new Reads(commands, threads),
                reclaiming,
                signals,
                participant::repairs,
                options.commandTimeout());
        models.put(model, new Joined(shared, sender, trust, guarded));
        return shared;
    }

    @Override
    public void start() {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        control.execute(() -> {
            if (!options.clusterSync()) {
                models.values().forEach(joined -> joined.member().connected());
            }
            link.start();
        });
    }

    @Override
    public boolean awaitFirstConnection(Duration timeout) throws InterruptedException {
        try {
            return link.firstAttempt().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    @Override
    public boolean isConnected() {
        return link.isConnected();
    }

    @Override
    public int undelivered() {
        return models.values().stream()
                .mapToInt(joined -> joined.model().undelivered())
                .sum();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = !quietly(this::drain);
        models.forEach((model, joined) -> {
            joined.trust().take();
            int undelivered = joined.model().undelivered();
            if (undelivered > 0) {
                reporter.failed(
                        model,
                        "close",
                        new CacheException("Writes of " + undelivered
                                + " rows could not be told: other nodes may serve what was before until it expires"));
            }
        });
        control.close(link::close);
        closeServer();
        interrupted |= !quietly(this::end);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() throws InterruptedException {
        CountDownLatch drained = new CountDownLatch(models.size());
        models.values().forEach(joined -> joined.sender().drain(drained::countDown));
        drained.await(options.drainTimeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Calls that hang end by themselves, after the client's limits. */
    private void end() throws InterruptedException {
        Duration limit = options.commandTimeout().multipliedBy(4).plus(options.connectTimeout());
        control.await(limit);
        subscriber.await(limit);
        threads.close(limit);
    }

    /** Here, since every thread of ours may hang in a call. */
    private void closeServer() {
        try {
            server.close();
        } catch (RuntimeException | Error e) {
            // What a client says that cannot even be closed is of no use to anybody.
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    /** Whether it was not interrupted. */
    private static boolean quietly(Step step) {
        try {
            step.run();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void unexpected(Throwable cause) {
        reporter.failed(null, "protocol", cause);
    }

    private static List<String> secrets(RedisOptions options) {
        List<String> secrets = new ArrayList<>();
        for (String secret : new @Nullable String[] {options.password(), options.sentinelPassword()}) {
            if (secret != null) {
                secrets.add(secret);
            }
        }
        return secrets;
    }

    /** Brings what happens on other threads to the control thread. */
    private final class ParticipantSignals implements Signals, Participant.Events {
        private final String model;
        private @Nullable Participant participant;

        ParticipantSignals(String model) {
            this.model = model;
        }

        @Override
        public void broken(Throwable cause) {
            control.execute(() -> {
                // Many callers see one failure; what comes late must not end the attempt to join again.
                if (participant != null && participant.isJoined()) {
                    link.failed(participant, cause);
                }
            });
        }

        @Override
        public void failed(Throwable cause) {
            link.failed(participant, cause);
        }

        @Override
        public void moved(Position position) {
            control.execute(() -> {
                if (participant != null) {
                    participant.moved(position);
                }
            });
        }

        @Override
        public void reported(String operation, Throwable cause) {
            reporter.failed(model, operation, cause);
        }

        @Override
        public void joined() {
            link.joined();
        }
    }
}
