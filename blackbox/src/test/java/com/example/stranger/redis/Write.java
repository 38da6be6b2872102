package com.example.stranger.redis;

import com.example.blackbox.fresh.Subscriber;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Every way to write what Hibernate, and the cache, hear of; there are subscribers 1 and 2 before. */
enum Write {
    UPDATE(node -> node.change(1, "new")),
    UPDATE_KEYS(node -> node.change(1, row -> {
        row.email = "moved";
        row.login = "moved";
        row.tier = "gold";
    })),
    PERSIST(node -> node.persist(RedisTest.subscriber(3, "three"))),
    REMOVE(node -> node.write(em -> em.remove(em.find(Subscriber.class, 1L)))),
    MERGE(node -> {
        Subscriber detached = node.site().factory().callInTransaction(em -> em.find(Subscriber.class, 1L));
        detached.body = "merged";
        node.write(em -> em.merge(detached));
    }),
    SWAP(node -> node.write(em -> {
        Subscriber one = em.find(Subscriber.class, 1L);
        Subscriber two = em.find(Subscriber.class, 2L);
        one.email = "between";
        em.flush();
        two.email = "mail1";
        em.flush();
        one.email = "mail2";
    })),
    HQL_UPDATE(node -> node.write(em -> em.createQuery("update Subscriber set body = 'new', tier = 'gold' where id = 1")
            .executeUpdate())),
    HQL_DELETE(node -> node.write(
            em -> em.createQuery("delete from Subscriber where email = 'mail1'").executeUpdate())),
    HQL_INSERT(node -> node.write(em -> em.createQuery(
                    "insert into Subscriber (id, email, tenant, login, tier, body, version) values (3L, 'mail3', 1L, 'login3', 'free', 'three', 0L)")
            .executeUpdate())),
    NATIVE(node -> node.write(em -> em.createNativeQuery("update Subscriber set email = 'moved' where id = 1")
            .executeUpdate())),
    NATIVE_DELETE(node -> node.write(
            em -> em.createNativeQuery("delete from Subscriber where id = 1").executeUpdate())),
    STATELESS_UPDATE(node -> node.stateless(Write::moveOne)),
    STATELESS_INSERT(node -> node.stateless(session -> session.insert(RedisTest.subscriber(3, "three")))),
    STATELESS_DELETE(node -> node.stateless(session -> session.delete(session.get(Subscriber.class, 1L)))),
    STATELESS_UPSERT(node -> node.stateless(session -> session.upsert(RedisTest.subscriber(3, "three")))),
    STATELESS_MANY(node -> node.stateless(session ->
            session.insertMultiple(List.of(RedisTest.subscriber(3, "three"), RedisTest.subscriber(4, "four"))))),
    STATELESS_HQL(node ->
            node.stateless(session -> session.createMutationQuery("update Subscriber set body = 'new' where id = 1")
                    .executeUpdate())),
    STATELESS_WITHOUT_TRANSACTION(node -> {
        try (StatelessSession session =
                node.site().factory().unwrap(SessionFactory.class).openStatelessSession()) {
            moveOne(session);
        }
    }),
    ROWS_IN_PLENTY(node -> node.write(em -> {
        for (long id = 100; id < 700; id++) {
            em.persist(RedisTest.subscriber(id, "one of many"));
        }
    })),
    SEVERAL_FLUSHES(node -> node.write(em -> {
        Subscriber one = em.find(Subscriber.class, 1L);
        one.email = "first";
        em.flush();
        one.email = "second";
        em.flush();
        one.email = "third";
    }));

    private final Consumer<Node> work;

    Write(Consumer<Node> work) {
        this.work = work;
    }

    void on(Node node) {
        work.accept(node);
    }

    private static void moveOne(StatelessSession session) {
        Subscriber one = session.get(Subscriber.class, 1L);
        one.body = "new";
        one.email = "moved";
        one.login = "moved";
        session.update(one);
    }
}
