package com.example.stranger.redis;

import com.example.stranger.fresh.FreshUnit;
import com.example.stranger.fresh.Wire;
import com.example.stranger.support.Database;
import com.example.stranger.support.Pool;
import com.example.stranger.support.Statements;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where a node runs: its own persistence unit over the common tables, so that its hooks hear of its own writes only. */
final class Site {
    private static final Map<String, Site> SITES = new ConcurrentHashMap<>();

    private final Pool pool;
    private final Wire writes;
    private final Wire loads;
    private final Statements statements = new Statements();
    private final EntityManagerFactory factory;

    private Site(Database database) {
        FreshUnit tables = FreshUnit.on(database);
        pool = new Pool(database.raw(), 20);
        writes = new Wire(pool);
        loads = new Wire(pool);
        factory = tables.anotherFactory(writes.source(), statements);
    }

    static Site of(Database database, String name) {
        return SITES.computeIfAbsent(database + " " + name, key -> new Site(database));
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** The application's connections. */
    Wire writes() {
        return writes;
    }

    /** The caches' connections. */
    Wire loads() {
        return loads;
    }

    /** What the application and the caches send. */
    Statements statements() {
        return statements;
    }

    /** Whole wires, and nobody who reads. */
    void reset() {
        writes.reset();
        loads.reset();
        pool.awaitAllFree();
    }
}
