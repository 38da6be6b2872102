package io.turnkey.redis.model;

import io.turnkey.CacheException;
import java.nio.charset.StandardCharsets;

/** The names of a model's keys and channels. */
public final class Keys {
    private final String prefix;
    private final byte[] meta;
    private final byte[] fences;

    /**
     * Replaces the names in the prefix of the options.
     *
     * @throws CacheException if they make a hash tag that is empty, which would spread the keys
     */
    public Keys(String template, String group, String model) {
        this.prefix = template.replace("<group>", group).replace("<Model>", model);
        int open = prefix.indexOf('{');
        if (prefix.indexOf('}', open) <= open + 1) {
            throw new CacheException("The key prefix of " + model + " has no hash tag: " + prefix);
        }
        this.meta = bytes("m");
        this.fences = bytes("f");
    }

    byte[] meta() {
        return meta;
    }

    byte[] fences() {
        return fences;
    }

    byte[] copy(String id) {
        return bytes("v:" + id);
    }

    byte[] copies() {
        return bytes("v:");
    }

    byte[] link(String key, String hash) {
        return bytes("k:" + key + ":" + hash);
    }

    /** The channel of writes. */
    public byte[] changes() {
        return bytes("changes");
    }

    /** The channel of a node's own heartbeats. */
    public byte[] beats(String node) {
        return bytes("beat:" + node);
    }

    /** Finds copies and links by SCAN. */
    public byte[] pattern() {
        return (prefix.replaceAll("([*?\\[\\]\\\\])", "\\\\$1") + "[vk]:*").getBytes(StandardCharsets.UTF_8);
    }

    /** What every name begins with. */
    @Override
    public String toString() {
        return prefix;
    }

    private byte[] bytes(String suffix) {
        return (prefix + suffix).getBytes(StandardCharsets.UTF_8);
    }
}
