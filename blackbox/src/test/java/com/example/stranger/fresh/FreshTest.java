package com.example.stranger.fresh;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.support.Database;
import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Empty tables before each test, closed caches after it. */
public abstract class FreshTest {
    protected final FreshUnit unit;
    private final List<EntityCache<?, ?>> open = new ArrayList<>();

    public FreshTest(Database database) {
        unit = FreshUnit.on(database);
    }

    @BeforeEach
    public void reset() {
        unit.reset();
    }

    @AfterEach
    public void closeCaches() {
        unit.writes().reset();
        unit.loads().reset();
        open.forEach(EntityCache::close);
    }

    /** Opens a cache that reads through {@link FreshUnit#loads} and is closed after the test. */
    public <C extends EntityCache<?, ?>> C open(EntityCache.Builder<C> builder) {
        C cache = builder.loadFrom(unit.loads().source()).open(unit.factory());
        open.add(cache);
        return cache;
    }

    public SubscriberCache subscribers(LoadMode load) {
        return open(SubscriberCache.builder().configure(o -> o.load(load)));
    }

    public static Subscriber subscriber(long id, String body) {
        return new Subscriber(id, "mail" + id, "login" + id, "free", body);
    }

    public void persist(Object... entities) {
        write(em -> List.of(entities).forEach(em::persist));
    }

    public void write(Consumer<EntityManager> work) {
        unit.factory().runInTransaction(work);
    }

    public void change(long id, Consumer<Subscriber> change) {
        write(em -> change.accept(em.find(Subscriber.class, id)));
    }

    public void stateless(Consumer<StatelessSession> work) {
        unit.factory().unwrap(SessionFactory.class).inStatelessTransaction(work);
    }

    /** Executes this where Hibernate does not see it. */
    public void jdbc(String sql) {
        unit.database().execute(sql);
    }

    /** Checks that whichever way the cache is asked, it says what the table says. */
    public void agrees(SubscriberCache cache) {
        Agreement.agrees(cache, unit.factory());
    }
}
