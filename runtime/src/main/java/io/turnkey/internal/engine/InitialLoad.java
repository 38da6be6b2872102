package io.turnkey.internal.engine;

import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.store.Ticket;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.LoadContext;
import java.time.Duration;
import org.slf4j.Logger;

/** What {@code start()} loads: the table, as far as the load mode and {@code maxSize} let it. */
final class InitialLoad<S, ID> {
    private static final LoadContext UNHURRIED = new LoadContext() {
        @Override
        public Duration timeout() {
            return Duration.ZERO;
        }

        @Override
        public void connected() {}
    };

    private final EngineParts<S, ID> parts;
    private final EntitySource<S> source;
    private final Logger log;
    private int rows;

    InitialLoad(EngineParts<S, ID> parts, EntitySource<S> source, Logger log) {
        this.parts = parts;
        this.source = source;
        this.log = log;
    }

    void run() {
        CacheOptions options = parts.options();
        int most = options.maxSize();
        long begun = parts.coverage().begin();
        try (Ticket<S, ID> ticket = parts.tickets().openForAll()) {
            int limit = most == CacheOptions.UNLIMITED ? most : most + 1;
            source.readAll(limit, row -> keep(ticket, row, most), UNHURRIED);
            if (rows <= most) {
                parts.coverage().complete(ticket, begun);
            }
        }
        if (rows > most) {
            parts.coverage().keepWhole(false);
            tooLarge(options);
        }
    }

    private void keep(Ticket<S, ID> ticket, S row, int most) {
        rows++;
        if (rows <= most) {
            parts.store().install(ticket, row);
        }
    }

    private void tooLarge(CacheOptions options) {
        if (options.load() == LoadMode.FULL) {
            throw new CacheLoadException(parts.model() + " has more rows than maxSize = " + options.maxSize()
                    + ", but load = FULL keeps the whole table: raise maxSize, or use load = AUTO or LAZY");
        }
        log.info(
                "{} has more rows than maxSize = {}: it is not kept whole, rows come when they are asked for (load = LAZY)",
                parts.model(),
                options.maxSize());
    }
}
