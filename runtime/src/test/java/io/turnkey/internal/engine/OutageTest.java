package io.turnkey.internal.engine;

import io.turnkey.CacheOptions;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A node that others write to the table of while they are not heard. */
abstract class OutageTest extends EngineTest {
    static final Duration TTL = Duration.ofHours(1);
    static final Duration HALF = Harness.DISCONNECTED_TTL.dividedBy(2);
    static final Duration MILLI = Duration.ofMillis(1);
    static final Row OLD = Row.of(1);
    static final Row NEW = OLD.payload("new");

    final Table table = new Table();
    final FakeSecondLevel level = FakeSecondLevel.create();

    /** Somebody writes whom nobody hears. */
    final void writeUnheard() {
        table.put(NEW, Row.of(3));
        table.delete(2);
    }

    final Harness node(UnaryOperator<CacheOptions.Builder> options) {
        table.put(OLD, Row.of(2));
        return add(Harness.node(
                table,
                level,
                each -> options.apply(
                        each.ttl(TTL).refreshInterval(Duration.ZERO).cleanupInterval(Duration.ZERO))));
    }

    final Harness connected(UnaryOperator<CacheOptions.Builder> options) {
        Harness node = node(options);
        level.connect();
        return node;
    }

    final Harness connected() {
        return connected(options -> options.negativeTtl(TTL));
    }

    static void pass(Harness cache, Duration time) {
        cache.clock.advance(time);
        cache.timers.fire();
    }
}
