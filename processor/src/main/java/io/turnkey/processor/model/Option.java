package io.turnkey.processor.model;

/**
 * An option of {@code @Cacheable} that differs from its default.
 *
 * @param name the setter of {@code CacheOptions.Builder}
 * @param value a {@code java.time.Duration} (its maximum stands for {@code "none"} of ttl), {@code Integer}, {@code Double}, {@code Boolean}, or {@code String} for a constant of
 *     {@code LoadMode}
 */
public record Option(String name, Object value) {}
