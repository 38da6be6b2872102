package io.turnkey.spi;

import io.turnkey.CacheException;

/** What generated code and the runtime have agreed on; raised whenever this package changes incompatibly. */
public final class ContractLevel {
    /** The level of this runtime. */
    public static final int CURRENT = 1;

    private ContractLevel() {}

    /** Refuses a class generated for another level, with one sentence that says what to do. */
    static void check(int level, String generated) {
        if (level != CURRENT) {
            throw new CacheException(generated + " was generated for contract level " + level
                    + ", but this turnkey-runtime speaks level " + CURRENT
                    + ": use the same version of turnkey-processor and turnkey-runtime, and compile again");
        }
    }
}
