package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.DeskCache;
import com.example.blackbox.fresh.GaugeCache;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.fresh.Agreement;
import com.example.stranger.watch.Heard;
import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.RedisOptions;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** A process of the application, as far as it can be had in one JVM: it shares nothing with the others but the database and Redis. */
final class Node implements AutoCloseable {
    static final String GROUP = "shop";

    private final Site site;
    private final Heard heard;
    private final CacheGroup caches;

    private Node(Site site, Heard heard, CacheGroup caches) {
        this.site = site;
        this.heard = heard;
        this.caches = caches;
    }

    /** Rows are read when they are asked for and live for hours, unless {@code settings} says otherwise. */
    static Node open(Site site, RedisOptions redis, Consumer<CacheGroup.Builder> settings) {
        Heard heard = new Heard();
        CacheGroup.Builder builder = GeneratedCaches.all()
                .name(GROUP)
                .only(SubscriberCache.class, BranchCache.class, DeskCache.class, GaugeCache.class)
                .defaults(o -> o.load(LoadMode.LAZY)
                        .ttl(Duration.ofHours(2))
                        .ttlJitter(0)
                        .negativeTtl(Duration.ofHours(1))
                        .cleanupInterval(Duration.ZERO))
                .loadFrom(site.loads().source())
                .on(CacheEvent.class, heard)
                .redis(redis);
        settings.accept(builder);
        return new Node(site, heard, builder.open(site.factory()));
    }

    CacheGroup caches() {
        return caches;
    }

    SubscriberCache subscribers() {
        return caches.get(SubscriberCache.class);
    }

    Site site() {
        return site;
    }

    /** What it told since it was opened. */
    Heard heard() {
        return heard;
    }

    /** How often the caches of subscribers asked the database. */
    long loads() {
        return subscribers().stats().loads();
    }

    void write(Consumer<EntityManager> work) {
        site.factory().runInTransaction(work);
    }

    void persist(Object... entities) {
        write(em -> List.of(entities).forEach(em::persist));
    }

    void change(long id, Consumer<Subscriber> change) {
        write(em -> change.accept(em.find(Subscriber.class, id)));
    }

    /** Gives a subscriber another body. */
    void change(long id, String body) {
        change(id, row -> row.body = body);
    }

    /** Until others can know of every write of this node. */
    void awaitDelivered() {
        soon(() -> assertThat(requireNonNull(caches.health().redis()).undelivered())
                .isZero());
    }

    void stateless(Consumer<StatelessSession> work) {
        site.factory().unwrap(SessionFactory.class).inStatelessTransaction(work);
    }

    /** The body of the subscriber as this node says, or {@code "no such row"}. */
    String body(long id) {
        return body(subscribers().getById(id));
    }

    String bodyByEmail(String email) {
        return body(subscribers().getByEmail(email));
    }

    private static String body(Optional<SubscriberSnapshot> row) {
        return row.map(SubscriberSnapshot::body).orElse("no such row");
    }

    /** Checks that whichever way this node is asked, it says what the table says. */
    void agrees() {
        Agreement.agrees(subscribers(), site.factory());
    }

    @Override
    public void close() {
        caches.close();
    }
}
