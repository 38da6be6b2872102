package io.turnkey.benchmarks.contender;

import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Database;
import io.turnkey.benchmarks.model.Account;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.util.Map;
import org.hibernate.KeyType;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Hibernate's second-level cache over Caffeine's JCache, by id and by natural id. A read opens a session, as a request does, and gives an entity. */
final class SecondLevelCache implements Contender {
    private final Database database;
    private final SessionFactory sessions;

    SecondLevelCache(Accounts accounts) {
        database = Database.of(
                accounts.snapshots().size(),
                Map.of(
                        "hibernate.cache.use_second_level_cache", "true",
                        "hibernate.cache.region.factory_class", "jcache",
                        // Redisson brings one, too.
                        "hibernate.javax.cache.provider",
                                "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider",
                        // Made as application.conf says, with a bound and a time to live.
                        "hibernate.javax.cache.missing_cache_strategy", "create",
                        "hibernate.generate_statistics", "true"));
        sessions = database.entityManagerFactory().unwrap(SessionFactory.class);
        sessions.inTransaction(session -> {
            for (AccountSnapshot account : accounts.snapshots()) {
                find(session, Accounts.email(account));
                session.clear();
            }
        });
    }

    private static @Nullable Account find(Session session, String email) {
        return session.find(Account.class, email, KeyType.NATURAL);
    }

    @Override
    public @Nullable Account byId(Long id) {
        try (Session session = sessions.openSession()) {
            return session.find(Account.class, id);
        }
    }

    @Override
    public @Nullable Account byEmail(String email) {
        try (Session session = sessions.openSession()) {
            return find(session, email);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
