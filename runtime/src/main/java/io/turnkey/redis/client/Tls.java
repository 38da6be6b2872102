package io.turnkey.redis.client;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;

/** Encrypted connections to a server that proves its name. */
final class Tls {
    private Tls() {}

    @SuppressWarnings("deprecation") // what replaces it takes trust stores, but no socket factory
    static DefaultJedisClientConfig.Builder applyTo(
            DefaultJedisClientConfig.Builder config, @Nullable SSLSocketFactory factory) {
        SSLParameters parameters = new SSLParameters();
        // Jedis 7 compares no name unless it is told to.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        config.ssl(true).sslParameters(parameters);
        return factory == null ? config : config.sslSocketFactory(factory);
    }
}
