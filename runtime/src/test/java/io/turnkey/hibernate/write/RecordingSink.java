package io.turnkey.hibernate.write;

import io.turnkey.Subscription;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.Write;
import io.turnkey.spi.WriteSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Writes down, in order, what a cache would be told. */
class RecordingSink<ID> implements WriteSink<ID> {
    private final EntityModel<?, ?, ID> model;
    private final List<String> log;
    private final List<Write<ID>> writes = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    RecordingSink(EntityModel<?, ?, ID> model) {
        this(model, new CopyOnWriteArrayList<>());
    }

    /** For several that write into one log. */
    RecordingSink(EntityModel<?, ?, ID> model, List<String> log) {
        this.model = model;
        this.log = log;
    }

    Subscription listenTo(SessionFactory factory) {
        return FactoryWrites.of(factory.unwrap(SessionFactoryImplementor.class)).listen(this);
    }

    /** Adds something that happened elsewhere. */
    void note(String what) {
        log.add(what);
    }

    /** What happened since the last call. */
    List<String> log() {
        List<String> seen = List.copyOf(log);
        log.clear();
        return seen;
    }

    /** Every write of which the row is known. */
    List<Write<ID>> writes() {
        return writes;
    }

    /** What else was reported. */
    List<Throwable> failures() {
        return failures;
    }

    @Override
    public EntityModel<?, ?, ID> model() {
        return model;
    }

    @Override
    public PendingWrites block(Collection<Write<ID>> blocked) {
        blocked.forEach(write -> {
            writes.add(write);
            log.add(write.kind() + " " + write.id() + " " + sorted(write.touched()));
        });
        return settling();
    }

    @Override
    public PendingWrites blockAll() {
        log.add("all");
        return settling();
    }

    @Override
    public void failed(Throwable failure) {
        failures.add(failure);
        log.add("failed");
    }

    private PendingWrites settling() {
        return outcome -> log.add(outcome.toString());
    }

    private static String sorted(@org.jspecify.annotations.Nullable Map<String, Set<Object>> touched) {
        if (touched == null) {
            return "?";
        }
        Map<String, List<String>> sorted = new TreeMap<>();
        touched.forEach((key, values) -> sorted.put(
                key,
                new ArrayList<>(values.stream().map(String::valueOf).sorted().collect(Collectors.toList()))));
        return sorted.toString();
    }
}
