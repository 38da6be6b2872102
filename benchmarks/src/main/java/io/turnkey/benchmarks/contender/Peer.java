package io.turnkey.benchmarks.contender;

import io.turnkey.benchmarks.data.Accounts;
import java.util.function.Function;

/** All contenders. */
public enum Peer {
    TURNKEY("Turnkey", TurnkeyCache::new),
    MAP("ConcurrentHashMap", PlainMaps::new),
    CAFFEINE("Caffeine", CaffeineCaches::new),
    INDEXED("Caffeine + index by hand", IndexedCaffeine::new),
    CACHE2K("cache2k", Cache2kCaches::new),
    GUAVA("Guava", GuavaCaches::new),
    SPRING("Spring @Cacheable + Caffeine", SpringCaches::new),
    JETCACHE("JetCache + Caffeine", JetCaches::new),
    REDISSON("Redisson local cached map", RedissonMaps::new),
    HIBERNATE("Hibernate second-level cache", SecondLevelCache::new);

    private final String label;
    private final Function<Accounts, Contender> factory;

    Peer(String label, Function<Accounts, Contender> factory) {
        this.label = label;
        this.factory = factory;
    }

    /** What a reader knows it as. */
    public String label() {
        return label;
    }

    /** The contender, holding all these accounts. */
    public Contender open(Accounts accounts) {
        return factory.apply(accounts);
    }
}
