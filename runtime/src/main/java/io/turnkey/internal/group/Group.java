package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheStats;
import io.turnkey.EntityCache;
import io.turnkey.Subscription;
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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Caches that are opened, watched and closed together. It holds no lock: what is not final here is a flag. */
final class Group implements CacheGroup {
    private final String name;
    private final Map<String, Member> members = new TreeMap<>();
    private final EventBus events;
    private final Runnable release;
    private final ShutdownHook shutdownHook;
    private final AtomicBoolean initialized = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A group that is not initialized; {@code release} closes what its caches share. */
    Group(String name, Collection<Member> members, EventBus events, Runnable release) {
        this.name = name;
        members.forEach(member -> this.members.put(member.name(), member));
        this.events = events;
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
        Map<String, Throwable> failures = InParallel.run(
                name,
                "start",
                members.values(),
                EntityCache::start,
                e -> new CacheInitializationException(
                        "Group '" + name + "' was interrupted while its caches started", e));
        if (failures.isEmpty() && initialized.compareAndSet(false, true)) {
            events.publish(new CacheEvent.Initialized(name));
        }
        return failures;
    }

    /** Says which models could not be started, and why. */
    CacheInitializationException failed(Map<String, Throwable> failures) {
        String reasons = failures.entrySet().stream()
                .map(failure -> failure.getKey() + " (" + failure.getValue().getMessage() + ")")
                .collect(Collectors.joining(", "));
        CacheInitializationException failed = new CacheInitializationException(failures.size() + " of " + members.size()
                + " models of group '" + name + "' failed to start: " + reasons);
        failures.values().forEach(failed::addSuppressed);
        return failed;
    }

    /** Raises what no caller is told of. */
    void report(Map<String, Throwable> failures) {
        failures.forEach((model, failure) -> events.publish(new CacheEvent.Failed(model, "start", failure)));
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
        long patience = TimeUnit.NANOSECONDS.convert(timeout);
        List<String> missing = members.values().stream()
                .filter(member -> {
                    long left = Math.max(0, patience - (System.nanoTime() - start));
                    return !member.cache().waitUntilReady(Duration.ofNanos(left));
                })
                .map(Member::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new CacheInitializationException("Group '" + name + "' is not ready after " + timeout + ": "
                    + String.join(", ", missing) + " still missing");
        }
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
    public Map<String, CacheStats> stats() {
        return each(EntityCache::stats);
    }

    @Override
    public CacheHealth health() {
        throw new UnsupportedOperationException();
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
        shutdownHook.close();
        Attempts closings = new Attempts();
        members.forEach((model, member) -> closings.attempt(model, member.shutdown()));
        closings.attempt("the group's listeners", () -> events.publish(new CacheEvent.Closed(name)))
                .attempt("what the models share", release)
                .orThrow("Closing group '" + name + "'");
    }

    @Override
    public String toString() {
        return name + members.keySet();
    }
}
