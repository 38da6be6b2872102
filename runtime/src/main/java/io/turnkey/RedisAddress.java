package io.turnkey;

/**
 * Where one server listens.
 *
 * @param host a name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record RedisAddress(String host, int port) {
    /** Checks both. */
    public RedisAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 1 and 65535, but is " + port);
        }
    }

    /**
     * Reads {@code host:port}, or {@code [address]:port}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static RedisAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            String host = text.substring(0, Math.max(colon, 0));
            boolean bracketed = host.startsWith("[") && host.endsWith("]");
            return new RedisAddress(
                    bracketed ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("An address is host:port such as redis-1:6379, but is " + text, e);
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
