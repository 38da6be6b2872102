package io.turnkey.benchmarks.contender;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Spring's {@code @Cacheable} over Caffeine. */
final class SpringCaches implements Contender {
    /** What an application would write. */
    interface AccountService {
        /** The account with this id. */
        @Nullable
        AccountSnapshot findById(Long id);

        /** The account with this email. */
        @Nullable
        AccountSnapshot findByEmail(String email);
    }

    /** Finds the rows when they are asked for first. */
    static class CachedAccounts implements AccountService {
        private final Map<Long, AccountSnapshot> byId = new HashMap<>();
        private final Map<String, AccountSnapshot> byEmail = new HashMap<>();

        CachedAccounts(Accounts accounts) {
            for (AccountSnapshot account : accounts.snapshots()) {
                byId.put(account.id(), account);
                byEmail.put(Accounts.email(account), account);
            }
        }

        @Override
        @Cacheable("byId")
        public @Nullable AccountSnapshot findById(Long id) {
            return byId.get(id);
        }

        @Override
        @Cacheable("byEmail")
        public @Nullable AccountSnapshot findByEmail(String email) {
            return byEmail.get(email);
        }
    }

    /** Switches caching on. */
    @Configuration(proxyBeanMethods = false)
    @EnableCaching
    static class Caching {}

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final AccountService service;

    SpringCaches(Accounts accounts) {
        CaffeineCacheManager caches = new CaffeineCacheManager("byId", "byEmail");
        caches.setCaffeine(Caffeine.newBuilder()
                .maximumSize(accounts.bound())
                .expireAfterWrite(Accounts.TTL)
                .recordStats());
        context.register(Caching.class);
        context.registerBean(CacheManager.class, () -> caches);
        context.registerBean(AccountService.class, () -> new CachedAccounts(accounts));
        context.refresh();
        service = context.getBean(AccountService.class);
        for (AccountSnapshot account : accounts.snapshots()) {
            service.findById(account.id());
            service.findByEmail(Accounts.email(account));
        }
    }

    @Override
    public @Nullable AccountSnapshot byId(Long id) {
        return service.findById(id);
    }

    @Override
    public @Nullable AccountSnapshot byEmail(String email) {
        return service.findByEmail(email);
    }

    @Override
    public void close() {
        context.close();
    }
}
