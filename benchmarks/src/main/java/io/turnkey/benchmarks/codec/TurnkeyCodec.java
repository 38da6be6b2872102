package io.turnkey.benchmarks.codec;

import io.turnkey.CopyFormat;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.model.AccountSnapshot;
import io.turnkey.json.JsonFormat;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.SharedForm;

/** What Turnkey keeps in Redis. */
final class TurnkeyCodec implements AccountCodec {
    private final SharedForm<AccountSnapshot, Long> form;

    TurnkeyCodec(CopyFormat format) {
        form = new JsonFormat().shared(AccountCache.DEFINITION.model(), Conversions.NONE, format);
    }

    @Override
    public byte[] encode(AccountSnapshot account) {
        return form.encode(account);
    }

    @Override
    public AccountSnapshot decode(byte[] bytes) {
        return form.decode(bytes);
    }
}
