package io.turnkey.hibernate.write;

import io.turnkey.Subscription;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.Write;
import io.turnkey.spi.WriteSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** What the sinks of some models hear of statements, in order: {@code Customer blocked}, {@code Customer COMMITTED}. */
final class Heard {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private @Nullable RuntimeException failure;

    private Heard() {}

    static Heard of(SessionFactory factory, Class<?>... models) {
        Heard heard = new Heard();
        for (Class<?> model : models) {
            heard.listen(factory, model);
        }
        return heard;
    }

    Subscription listen(SessionFactory factory, Class<?> entity) {
        return Capture.listen(factory.unwrap(SessionFactoryImplementor.class), sink(entity));
    }

    /** From now on blocking fails. */
    void fail(RuntimeException failure) {
        this.failure = failure;
    }

    /** All since the last call. */
    List<String> lines() {
        List<String> heard = List.copyOf(lines);
        lines.clear();
        return heard;
    }

    WriteSink<Long> sink(Class<?> entity) {
        return new Sink(model(entity));
    }

    private static EntityModel<?, ?, Long> model(Class<?> entity) {
        KeyModel<Object, Long> id = new KeyModel<>(
                "id",
                Long.class,
                true,
                "getById",
                List.of(AttributePath.of("id")),
                row -> null,
                List::of,
                UnaryOperator.identity());
        return EntityModel.<Object, Object, Long>builder(
                        ContractLevel.CURRENT, entity.getSimpleName(), cast(entity), Object.class)
                .id(id)
                .projections(List::of)
                .of(row -> row)
                .build();
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> cast(Class<?> entity) {
        return (Class<Object>) entity;
    }

    private final class Sink implements WriteSink<Long> {
        private final EntityModel<?, ?, Long> model;

        Sink(EntityModel<?, ?, Long> model) {
            this.model = model;
        }

        @Override
        public EntityModel<?, ?, Long> model() {
            return model;
        }

        @Override
        public PendingWrites block(Collection<Write<Long>> writes) {
            throw new AssertionError("rows are not told of here");
        }

        @Override
        public PendingWrites blockAll() {
            if (failure != null) {
                throw failure;
            }
            lines.add(model + " blocked");
            return outcome -> lines.add(model + " " + outcome);
        }

        @Override
        public void failed(Throwable failure) {
            lines.add(model + " failed: " + failure);
        }
    }
}
