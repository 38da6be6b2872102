package io.turnkey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is and how it is used; immutable. Later versions have more options: make it by {@link #url}, {@link #builder()} and {@link #toBuilder()}, not by its constructor. Its text shows
 * no password.
 *
 * <pre>{@code
 * GeneratedCaches.all().redis(RedisOptions.url("redis://localhost:6379"));
 * }</pre>
 *
 * @param address where the server is; not used with Sentinel, a Cluster or a client of the caller's
 * @param user the name to log in with; {@code null} for the default user
 * @param password the password of {@code user}; {@code null} to not log in
 * @param database the number of the database; a Cluster has 0 only
 * @param tls whether connections are encrypted; the certificate has to be trusted and to name the host
 * @param sslSocketFactory what makes encrypted connections; {@code null} for that of the JVM
 * @param masterName the master's name at the sentinels; {@code null} without Sentinel
 * @param sentinels where the sentinels are
 * @param sentinelUser the name to log in at the sentinels with
 * @param sentinelPassword the password at the sentinels; {@code null} to not log in
 * @param clusterNodes some nodes of a Cluster; the others are found through them
 * @param client the caller's own client, from {@code io.turnkey.redis.JedisClients}; it is not closed
 * @param keyPrefix what the name of each key and channel of a model begins with; {@code <group>} and {@code <Model>} stand for the names; {@code {}} holds what all keys of a model share, so that they are on one shard
 * @param connectTimeout how long a connection may take to be made
 * @param commandTimeout how long a reader waits for Redis, at most
 * @param reconnect how a lost connection is tried again
 * @param copyFormat what a row is in Redis
 * @param clusterSync whether the nodes tell each other of writes
 * @param disconnectedTtl how long a row is served, at most, while other nodes' writes cannot be heard
 * @param heartbeat how often it is made sure that other nodes' writes are heard
 * @param poolSize the most connections for commands; listening takes one more
 * @param maxQueuedFills the most rows of a model that wait to be written to Redis; further ones are not written
 * @param maxQueuedChanges the most rows of a model whose writes wait to be told; beyond them everything of the model is dropped, everywhere
 * @param drainTimeout how long closing waits for what is queued to be sent
 */
public record RedisOptions(
        RedisAddress address,
        @Nullable String user,
        @Nullable String password,
        int database,
        boolean tls,
        @Nullable SSLSocketFactory sslSocketFactory,
        @Nullable String masterName,
        List<RedisAddress> sentinels,
        @Nullable String sentinelUser,
        @Nullable String sentinelPassword,
        List<RedisAddress> clusterNodes,
        @Nullable Object client,
        String keyPrefix,
        Duration connectTimeout,
        Duration commandTimeout,
        RedisReconnect reconnect,
        CopyFormat copyFormat,
        boolean clusterSync,
        Duration disconnectedTtl,
        Duration heartbeat,
        int poolSize,
        int maxQueuedFills,
        int maxQueuedChanges,
        Duration drainTimeout) {

    /** Checks every option, see {@link Builder}. */
    public RedisOptions {
        sentinels = List.copyOf(sentinels);
        clusterNodes = List.copyOf(clusterNodes);
        require(
                sentinels.isEmpty() == (masterName == null),
                "Sentinel needs the master's name and at least one sentinel");
        int ways = (sentinels.isEmpty() ? 0 : 1) + (clusterNodes.isEmpty() ? 0 : 1) + (client == null ? 0 : 1);
        require(ways <= 1, "Redis is reached through Sentinel, a Cluster or the caller's client: choose one");
        require(user == null || password != null, "user needs a password");
        require(database >= 0, "database must not be negative, but is " + database);
        require(database == 0 || clusterNodes.isEmpty(), "A Cluster has no database but 0; it was " + database);
        if (!keyPrefix.matches("[^{}]*\\{[^{}]*<Model>[^{}]*}[^{}]*")) {
            throw new IllegalArgumentException(
                    "keyPrefix must hold <Model> between braces, such as cache:{<group>:<Model>}:, but is "
                            + keyPrefix);
        }
        positive("connectTimeout", connectTimeout);
        positive("commandTimeout", commandTimeout);
        positive("disconnectedTtl", disconnectedTtl);
        if (heartbeat.compareTo(commandTimeout) < 0) {
            throw new IllegalArgumentException(
                    "heartbeat must not be shorter than commandTimeout (" + commandTimeout + "), but is " + heartbeat);
        }
        require(poolSize >= 2, "poolSize must be at least 2, but is " + poolSize);
        positive("maxQueuedFills", maxQueuedFills);
        positive("maxQueuedChanges", maxQueuedChanges);
        require(!drainTimeout.isNegative(), "drainTimeout must not be negative, but is " + drainTimeout);
    }

    /**
     * The defaults, for the server at a URL.
     *
     * @param url {@code redis[s]://[user[:password]@]host[:port][/database]}
     * @throws IllegalArgumentException if it is no such URL; the message does not repeat it
     */
    public static RedisOptions url(String url) {
        return builder().url(url).build();
    }

    /** The defaults, for a server on this machine. */
    public static Builder builder() {
        return new Builder();
    }

    /** These options, to change some of them. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Where Redis is, without user or password. */
    @Override
    public String toString() {
        String where = client != null
                ? "a client of the caller's"
                : masterName != null
                        ? "master " + masterName + " of the sentinels " + sentinels
                        : clusterNodes.isEmpty() ? address + "/" + database : "the Cluster of " + clusterNodes;
        return "RedisOptions[" + where + (tls ? ", TLS" : "") + ", keyPrefix=" + keyPrefix + "]";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static void positive(String option, Duration value) {
        // Jedis and the JDK take a timeout of no milliseconds for none at all.
        if (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(option + " must be between 1 ms and 24 days, but is " + value);
        }
    }

    private static void positive(String option, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(option + " must be at least 1, but is " + value);
        }
    }

    /** Collects options; each setter replaces what was set before, and throws {@link NullPointerException} for null. */
    public static final class Builder {
        private RedisAddress address = new RedisAddress("localhost", 6379);
        private @Nullable String user;
        private @Nullable String password;
        private int database;
        private boolean tls;
        private @Nullable SSLSocketFactory sslSocketFactory;
        private @Nullable String masterName;
        private List<RedisAddress> sentinels = List.of();
        private @Nullable String sentinelUser;
        private @Nullable String sentinelPassword;
        private List<RedisAddress> clusterNodes = List.of();
        private @Nullable Object client;
        private String keyPrefix = "cache:{<group>:<Model>}:";
        private Duration connectTimeout = Duration.ofSeconds(1);
        private Duration commandTimeout = Duration.ofMillis(250);
        private RedisReconnect reconnect = RedisReconnect.DEFAULT;
        private CopyFormat copyFormat = CopyFormat.BINARY;
        private boolean clusterSync = true;
        private Duration disconnectedTtl = Duration.ofSeconds(10);
        private Duration heartbeat = Duration.ofSeconds(1);
        private int poolSize = 6;
        private int maxQueuedFills = 10_000;
        private int maxQueuedChanges = 10_000;
        private Duration drainTimeout = Duration.ofSeconds(2);

        private Builder() {}

        private Builder(RedisOptions options) {
            address = options.address;
            user = options.user;
            password = options.password;
            database = options.database;
            tls = options.tls;
            sslSocketFactory = options.sslSocketFactory;
            masterName = options.masterName;
            sentinels = options.sentinels;
            sentinelUser = options.sentinelUser;
            sentinelPassword = options.sentinelPassword;
            clusterNodes = options.clusterNodes;
            client = options.client;
            keyPrefix = options.keyPrefix;
            connectTimeout = options.connectTimeout;
            commandTimeout = options.commandTimeout;
            reconnect = options.reconnect;
            copyFormat = options.copyFormat;
            clusterSync = options.clusterSync;
            disconnectedTtl = options.disconnectedTtl;
            heartbeat = options.heartbeat;
            poolSize = options.poolSize;
            maxQueuedFills = options.maxQueuedFills;
            maxQueuedChanges = options.maxQueuedChanges;
            drainTimeout = options.drainTimeout;
        }

        /** Sets host, port, user, password, database and TLS from {@code redis[s]://[user[:password]@]host[:port][/database]}. */
        public Builder url(String url) {
            RedisUrl parts = RedisUrl.parse(url);
            address = parts.address();
            user = parts.user();
            password = parts.password();
            database = parts.database();
            tls = parts.tls();
            return this;
        }

        /** The server's name or address. */
        public Builder host(String host) {
            this.address = new RedisAddress(host, address.port());
            return this;
        }

        /** The server's port. */
        public Builder port(int port) {
            this.address = new RedisAddress(address.host(), port);
            return this;
        }

        /** The name to log in with; it needs a {@link #password}. */
        public Builder user(String user) {
            this.user = Objects.requireNonNull(user, "user");
            return this;
        }

        /** The password to log in with. */
        public Builder password(String password) {
            this.password = Objects.requireNonNull(password, "password");
            return this;
        }

        /** The number of the database. */
        public Builder database(int database) {
            this.database = database;
            return this;
        }

        /** Whether connections are encrypted; the certificate has to be trusted and to name the host. */
        public Builder tls(boolean tls) {
            this.tls = tls;
            return this;
        }

        /** Encrypts connections with certificates of the caller's choice; they have to name the host. */
        public Builder tls(SSLSocketFactory sslSocketFactory) {
            this.tls = true;
            this.sslSocketFactory = Objects.requireNonNull(sslSocketFactory, "sslSocketFactory");
            return this;
        }

        /** Asks sentinels, each {@code host:port}, where the master of that name is. */
        public Builder sentinel(String masterName, String... sentinels) {
            this.masterName = Objects.requireNonNull(masterName, "masterName");
            this.sentinels = addresses(sentinels);
            return this;
        }

        /** Logs in at the sentinels; without this, they are asked without a login. */
        public Builder sentinelLogin(@Nullable String user, String password) {
            this.sentinelUser = user;
            this.sentinelPassword = Objects.requireNonNull(password, "password");
            return this;
        }

        /** Uses a Cluster, through some of its nodes, each {@code host:port}. */
        public Builder cluster(String... nodes) {
            this.clusterNodes = addresses(nodes);
            return this;
        }

        /** Uses the caller's own client; see {@code io.turnkey.redis.JedisClients}, which says what it may be. */
        public Builder client(Object client) {
            this.client = Objects.requireNonNull(client, "client");
            return this;
        }

        /** What the name of each key and channel of a model begins with; it has to hold {@code <Model>} between braces. */
        public Builder keyPrefix(String keyPrefix) {
            this.keyPrefix = Objects.requireNonNull(keyPrefix, "keyPrefix");
            return this;
        }

        /** How long a connection may take to be made. */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = Objects.requireNonNull(connectTimeout, "connectTimeout");
            return this;
        }

        /** How long a reader waits for Redis, at most. */
        public Builder commandTimeout(Duration commandTimeout) {
            this.commandTimeout = Objects.requireNonNull(commandTimeout, "commandTimeout");
            return this;
        }

        /** How a lost connection is tried again. */
        public Builder reconnect(RedisReconnect reconnect) {
            this.reconnect = Objects.requireNonNull(reconnect, "reconnect");
            return this;
        }

        /** What a row is in Redis; {@link CopyFormat#JSON} to look at copies by hand. */
        public Builder copyFormat(CopyFormat copyFormat) {
            this.copyFormat = Objects.requireNonNull(copyFormat, "copyFormat");
            return this;
        }

        /** Whether the nodes tell each other of writes; {@code false}: rows in memory are as old as their {@code ttl} allows. */
        public Builder clusterSync(boolean clusterSync) {
            this.clusterSync = clusterSync;
            return this;
        }

        /** How long a row is served, at most, while other nodes' writes cannot be heard. */
        public Builder disconnectedTtl(Duration disconnectedTtl) {
            this.disconnectedTtl = Objects.requireNonNull(disconnectedTtl, "disconnectedTtl");
            return this;
        }

        /** How often it is made sure that other nodes' writes are heard; a server that hangs is noticed within twice that time. */
        public Builder heartbeat(Duration heartbeat) {
            this.heartbeat = Objects.requireNonNull(heartbeat, "heartbeat");
            return this;
        }

        /** The most connections for commands; listening takes one more. */
        public Builder poolSize(int poolSize) {
            this.poolSize = poolSize;
            return this;
        }

        /** The most rows of a model that wait to be written to Redis. */
        public Builder maxQueuedFills(int maxQueuedFills) {
            this.maxQueuedFills = maxQueuedFills;
            return this;
        }

        /** The most rows of a model whose writes wait to be told. */
        public Builder maxQueuedChanges(int maxQueuedChanges) {
            this.maxQueuedChanges = maxQueuedChanges;
            return this;
        }

        /** How long closing waits for what is queued to be sent; {@link Duration#ZERO} not at all. */
        public Builder drainTimeout(Duration drainTimeout) {
            this.drainTimeout = Objects.requireNonNull(drainTimeout, "drainTimeout");
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if one is out of its range or does not go with another; the message names it
         */
        public RedisOptions build() {
            return new RedisOptions(
                    address,
                    user,
                    password,
                    database,
                    tls,
                    sslSocketFactory,
                    masterName,
                    sentinels,
                    sentinelUser,
                    sentinelPassword,
                    clusterNodes,
                    client,
                    keyPrefix,
                    connectTimeout,
                    commandTimeout,
                    reconnect,
                    copyFormat,
                    clusterSync,
                    disconnectedTtl,
                    heartbeat,
                    poolSize,
                    maxQueuedFills,
                    maxQueuedChanges,
                    drainTimeout);
        }

        private static List<RedisAddress> addresses(String... texts) {
            List<RedisAddress> addresses = new ArrayList<>();
            for (String text : texts) {
                addresses.add(RedisAddress.parse(text));
            }
            return addresses;
        }
    }
}
