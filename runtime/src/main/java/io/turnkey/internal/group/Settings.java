package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.RedisOptions;
import io.turnkey.internal.event.EventBus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What a builder was told of the things that its caches share. */
final class Settings {
    private final List<Consumer<EventBus>> listeners = new ArrayList<>();
    private final Function<String, Logger> loggers;
    private String name;
    private int maxConcurrentLoads = 4;
    private @Nullable DataSource loadFrom;
    private @Nullable Executor executor;
    private @Nullable InstantSource clock;
    private @Nullable RedisOptions redis;

    Settings(String name, Function<String, Logger> loggers) {
        this.name = name;
        this.loggers = loggers;
    }

    void name(String name) {
        if (Objects.requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        this.name = name;
    }

    void maxConcurrentLoads(int loads) {
        if (loads < 1) {
            throw new IllegalArgumentException("maxConcurrentLoads must be at least 1, but is " + loads);
        }
        this.maxConcurrentLoads = loads;
    }

    void loadFrom(DataSource dataSource) {
        this.loadFrom = Objects.requireNonNull(dataSource, "dataSource");
    }

    void executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    void redis(RedisOptions options) {
        this.redis = Objects.requireNonNull(options, "options");
    }

    void clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    <E extends CacheEvent> void listen(Class<E> type, Consumer<? super E> listener) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(listener, "listener");
        listeners.add(events -> events.on(null, type, listener));
    }

    String name() {
        return name;
    }

    Function<String, Logger> loggers() {
        return loggers;
    }

    int maxConcurrentLoads() {
        return maxConcurrentLoads;
    }

    @Nullable
    DataSource loadFrom() {
        return loadFrom;
    }

    @Nullable
    Executor executor() {
        return executor;
    }

    @Nullable
    RedisOptions redis() {
        return redis;
    }

    @Nullable
    InstantSource clock() {
        return clock;
    }

    void subscribe(EventBus events) {
        listeners.forEach(listener -> listener.accept(events));
    }
}
