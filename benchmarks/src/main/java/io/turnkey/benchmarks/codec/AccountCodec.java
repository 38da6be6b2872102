package io.turnkey.benchmarks.codec;

import io.turnkey.benchmarks.model.AccountSnapshot;
import java.io.IOException;

/** Makes bytes of an account, and the account again. */
public interface AccountCodec {
    /** Its bytes. */
    byte[] encode(AccountSnapshot account) throws IOException;

    /** What they were made of. */
    AccountSnapshot decode(byte[] bytes) throws IOException;
}
