package io.turnkey.redis.model;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody else chooses. */
public final class Randomness {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Randomness() {}

    /** Sixteen characters. */
    public static String text() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
