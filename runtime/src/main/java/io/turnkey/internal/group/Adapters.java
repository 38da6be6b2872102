package io.turnkey.internal.group;

/**
 * What connects caches with the outside.
 *
 * @param sources reads the database
 * @param secondLevels shares with other processes
 */
record Adapters(SourceProviders sources, SecondLevels secondLevels) {
    /** Those that are registered as services. */
    static Adapters installed() {
        return new Adapters(SourceProviders.installed(), SecondLevels.installed());
    }
}
