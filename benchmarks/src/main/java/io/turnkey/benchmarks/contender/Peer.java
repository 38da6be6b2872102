package io.turnkey.benchmarks.contender;

import io.turnkey.benchmarks.data.Accounts;

/** All contenders. */
public enum Peer {
    TURNKEY("Turnkey"),
    MAP("ConcurrentHashMap"),
    CAFFEINE("Caffeine"),
    INDEXED("Caffeine + index by hand"),
    CACHE2K("cache2k"),
    GUAVA("Guava"),
    SPRING("Spring @Cacheable + Caffeine"),
    JETCACHE("JetCache + Caffeine"),
    REDISSON("Redisson local cached map"),
    HIBERNATE("Hibernate second-level cache");

    private final String label;

    Peer(String label) {
        this.label = label;
    }

    /** What a reader knows it as. */
    public String label() {
        return label;
    }

    /** The contender, holding all these accounts. */
    public Contender open(Accounts accounts) {
        return switch (this) {
            case TURNKEY -> new TurnkeyCache(accounts);
            case MAP -> new PlainMaps(accounts);
            case CAFFEINE -> new CaffeineCaches(accounts);
            case INDEXED -> new IndexedCaffeine(accounts);
            case CACHE2K -> new Cache2kCaches(accounts);
            case GUAVA -> new GuavaCaches(accounts);
            case SPRING -> new SpringCaches(accounts);
            case JETCACHE -> new JetCaches(accounts);
            case REDISSON -> new RedissonMaps(accounts);
            case HIBERNATE -> new SecondLevelCache(accounts);
        };
    }
}
