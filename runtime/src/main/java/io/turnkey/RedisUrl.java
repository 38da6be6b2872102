package io.turnkey;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The parts of {@code redis[s]://[user[:password]@]host[:port][/database]}; its exceptions never repeat the text, which may hold a password. */
record RedisUrl(
        RedisAddress address,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        int database) {
    private static final int DEFAULT_PORT = 6379;
    private static final String SHAPE =
            "A Redis URL is redis://user:password@host:6379/0, or rediss:// for TLS; special characters in it are percent-encoded";

    static RedisUrl parse(String text) {
        URI uri = uri(text);
        String scheme = uri.getScheme();
        boolean tls = "rediss".equalsIgnoreCase(scheme);
        if (uri.getHost() == null || !(tls || "redis".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException(SHAPE);
        }
        String host = uri.getHost();
        RedisAddress address = new RedisAddress(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
        String raw = uri.getRawUserInfo();
        if (raw == null) {
            return new RedisUrl(address, tls, null, null, database(uri));
        }
        int colon = raw.indexOf(':');
        String user = decoded(colon < 0 ? raw : raw.substring(0, colon));
        return new RedisUrl(
                address,
                tls,
                user.isEmpty() ? null : user,
                colon < 0 ? null : decoded(raw.substring(colon + 1)),
                database(uri));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(SHAPE + " (" + e.getReason() + " at index " + e.getIndex() + ")");
        }
    }

    private static int database(URI uri) {
        String path = uri.getPath();
        if (path.isEmpty() || path.equals("/")) {
            return 0;
        }
        try {
            return Integer.parseInt(path.substring(1));
        } catch (NumberFormatException e) {
            // Without its cause, which would repeat the path: of a password that was not encoded, it may be the rest.
            throw new IllegalArgumentException(SHAPE + "; the database is a number");
        }
    }

    private static String decoded(String raw) {
        return URI.create("x:/" + raw).getPath().substring(1);
    }

    @Override
    public String toString() {
        return (tls ? "rediss://" : "redis://") + address + "/" + database;
    }
}
