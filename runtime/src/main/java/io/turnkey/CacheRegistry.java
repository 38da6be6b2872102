package io.turnkey;

/** A module's generated registry; implemented by {@code GeneratedCaches} and found by {@link CacheGroup#discover()}. */
public interface CacheRegistry {
    /** The same as the static {@code GeneratedCaches.all()}. */
    CacheGroup.Builder builder();
}
