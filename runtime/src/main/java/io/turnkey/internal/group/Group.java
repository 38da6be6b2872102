package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth;
import io.turnkey.CacheHealth.Status;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheStats;
import io.turnkey.EntityCache;
import io.turnkey.Subscription;
import io.turnkey.SyncMode;
import io.turnkey.internal.engine.ShutdownHook;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.option.Suggestion;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Caches that are opened, watched and closed together. It holds no lock: what is not final here is a flag. */
final class Group implements CacheGroup {
    private final String name;
    private final Map<String, Member> members = new TreeMap<>();
    private final EventBus events;
    private final Starter starter;
    private final @Nullable RedisConnection redis;
    private final Runnable release;
    private final ShutdownHook shutdownHook;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A group that is not initialized; {@code release} closes what its caches share. */
    Group(
            String name,
            Collection<Member> members,
            EventBus events,
            Starter starter,
            @Nullable RedisConnection redis,
            Runnable release) {
        this.name = name;
        members.forEach(member -> this.members.put(member.name(), member));
        this.events = events;
        this.starter = starter;
        this.redis = redis;
        this.release = release;
        this.shutdownHook = new ShutdownHook("turnkey-" + name + "-shutdown", this::close);
    }

    @Override
    public <C extends EntityCache<?, ?>> C get(Class<C> type) {
        return members.values().stream()
                .filter(member -> member.type() == type)
                .findFirst()
                .map(member -> type.cast(member.cache()))
                .orElseThrow(
                        () -> new IllegalArgumentException("Group '" + name + "' has no " + type.getName() + "; it has "
                                + join(members.values(), member -> member.type().getName())
                                + ". A model is left out if the persistence unit does not have its entity"));
    }

    @Override
    public EntityCache<?, ?> get(String model) {
        Member member = members.get(model);
        if (member == null) {
            throw new IllegalArgumentException("Group '" + name + "' has no model '" + model + "'"
                    + Suggestion.of(model, members.keySet()) + "; it has " + join(members.keySet(), known -> known));
        }
        return member.cache();
    }

    private static <T> String join(Collection<T> known, Function<T, String> name) {
        return known.isEmpty() ? "none" : known.stream().map(name).collect(Collectors.joining(", "));
    }

    @Override
    public Collection<EntityCache<?, ?>> caches() {
        return members.values().stream().<EntityCache<?, ?>>map(Member::cache).toList();
    }

    @Override
    public List<String> modelNames() {
        return List.copyOf(members.keySet());
    }

    @Override
    public boolean hasModel(String model) {
        return members.containsKey(model);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init() {
        Map<String, Throwable> failures = start();
        if (!failures.isEmpty()) {
            throw failed(failures);
        }
    }

    /** Starts every model and answers with what failed, by the model's name. */
    Map<String, Throwable> start() {
        requireOpen();
        Map<String, Throwable> failures = starter.startAll();
        // If it was closed meanwhile, that is why they failed.
        requireOpen();
        return failures;
    }

    /** Says which models could not be started, and why. */
    CacheInitializationException failed(Map<String, Throwable> failures) {
        String reasons = failures.entrySet().stream()
                .map(failure -> failure.getKey() + " (" + failure.getValue().getMessage() + ")")
                .collect(Collectors.joining(", "));
        CacheInitializationException failed = new CacheInitializationException(failures.size() + " of " + members.size()
                + " models of group '" + name + "' failed to start: " + reasons);
        Attempts.suppress(failures, failed);
        return failed;
    }

    @Override
    public boolean isInitialized() {
        return !closed.get()
                && members.values().stream().allMatch(member -> member.cache().isReady());
    }

    @Override
    public void waitUntilReady(Duration timeout) {
        requireOpen();
        long start = System.nanoTime();
        // Not negative: time would be subtracted from the smallest number there is.
        long patience = Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
        List<Member> missing = members.values().stream()
                .filter(member -> {
                    long left = Math.max(0, patience - (System.nanoTime() - start));
                    return !member.cache().waitUntilReady(Duration.ofNanos(left));
                })
                .toList();
        requireOpen();
        if (!missing.isEmpty()) {
            String names = missing.stream().map(this::withReason).collect(Collectors.joining(", "));
            String late = Thread.currentThread().isInterrupted()
                    ? "' was not ready when the thread that waited for it was interrupted: "
                    : "' is not ready after " + timeout + ": ";
            throw new CacheInitializationException("Group '" + name + late + names + " still missing");
        }
    }

    private String withReason(Member member) {
        return member.name() + " (" + HealthCheck.missing(member.condition().get(), starter.failures(member.name()))
                + ")";
    }

    @Override
    public void refresh() {
        requireOpen();
        new Attempts()
                .add(InParallel.run(
                        name,
                        "refresh",
                        members.values(),
                        EntityCache::refresh,
                        e -> new CacheException(
                                "Group '" + name + "' was interrupted while its caches were refreshed", e)))
                .orThrow("Refreshing");
    }

    @Override
    public void refresh(String model, SyncMode mode) {
        requireOpen();
        get(model).refresh(mode);
    }

    @Override
    public void closeOnShutdown() {
        requireOpen();
        shutdownHook.register();
    }

    @Override
    public void clear() {
        requireOpen();
        Attempts clears = new Attempts();
        members.forEach((model, member) -> clears.attempt(model, member.cache()::clear));
        clears.orThrow("Clearing");
    }

    @Override
    public void clear(String model) {
        requireOpen();
        get(model).clear();
    }

    @Override
    public Map<String, CacheStats> stats() {
        return each(EntityCache::stats);
    }

    @Override
    public CacheStats stats(String model) {
        requireOpen();
        return get(model).stats();
    }

    @Override
    public CacheHealth health() {
        Map<String, CacheHealth.Model> models = new LinkedHashMap<>();
        members.forEach((model, member) -> models.put(
                model, HealthCheck.of(member.cache().stats(), member.condition().get(), starter.failures(model))));
        CacheHealth.Redis shared = redis == null ? null : redis.health();
        return new CacheHealth(name, status(models.values(), shared), Collections.unmodifiableMap(models), shared);
    }

    private Status status(Collection<CacheHealth.Model> models, CacheHealth.@Nullable Redis shared) {
        if (closed.get()) {
            return Status.DOWN;
        }
        Set<Status> all = models.stream().map(CacheHealth.Model::status).collect(Collectors.toSet());
        Status together =
                all.isEmpty() ? Status.UP : all.size() == 1 ? all.iterator().next() : Status.DEGRADED;
        return together == Status.UP && shared != null && !shared.connected() ? Status.DEGRADED : together;
    }

    @Override
    public long size() {
        return sizes().values().stream().mapToLong(Integer::longValue).sum();
    }

    @Override
    public Map<String, Integer> sizes() {
        return each(EntityCache::size);
    }

    private <T> Map<String, T> each(Function<EntityCache<?, ?>, T> question) {
        requireOpen();
        Map<String, T> answers = new LinkedHashMap<>();
        Attempts questions = new Attempts();
        members.forEach((model, member) ->
                questions.attempt(model, () -> answers.put(model, question.apply(member.cache()))));
        questions.orThrow("Asking");
        return Collections.unmodifiableMap(answers);
    }

    @Override
    public <E extends CacheEvent> Subscription on(Class<E> type, Consumer<? super E> listener) {
        requireOpen();
        return events.on(null, Objects.requireNonNull(type, "type"), Objects.requireNonNull(listener, "listener"));
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("Group '" + name + "' is closed");
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            closeAll();
        } finally {
            shutdownHook.close();
        }
    }

    private void closeAll() {
        starter.close();
        Attempts closings = new Attempts();
        members.forEach((model, member) -> closings.attempt(model, member.shutdown()));
        if (redis != null) {
            closings.attempt("Redis", redis::close);
        }
        closings.attempt("the group's listeners", () -> events.publish(new CacheEvent.Closed(name)))
                .attempt("what the models share", release)
                .orThrow("Closing group '" + name + "'");
    }

    @Override
    public String toString() {
        return name + members.keySet();
    }
}
