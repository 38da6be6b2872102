package io.turnkey.hibernate.write;

import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.SharedSessionContract;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.params.provider.Arguments;

/** A persistence unit whose models are listened to, used through one door. */
final class BulkUnit implements AutoCloseable {
    private final TestUnit unit;
    private final Door door;
    private final Heard heard;

    private BulkUnit(TestUnit unit, Door door, Class<?>... models) {
        this.unit = unit;
        this.door = door;
        heard = Heard.of(unit.factory(), models);
    }

    /** {@link BulkEntities}. */
    static BulkUnit open(Databases database, Door door) {
        return open(database, door, unit -> {});
    }

    static BulkUnit open(Databases database, Door door, Consumer<HibernatePersistenceConfiguration> settings) {
        return new BulkUnit(database.open(settings, BulkEntities.ALL), door, BulkEntities.MODELS);
    }

    static BulkUnit of(TestUnit unit, Door door, Class<?>... models) {
        return new BulkUnit(unit, door, models);
    }

    /** Each database through each door. */
    static Stream<Arguments> everywhere() {
        return Arrays.stream(Databases.values())
                .flatMap(database -> Arrays.stream(Door.values()).map(door -> Arguments.of(database, door)));
    }

    SessionFactory factory() {
        return unit.factory();
    }

    TestUnit unit() {
        return unit;
    }

    /** Runs work that is no part of the test. */
    void given(Consumer<Session> work) {
        unit.inTransaction(work);
        heard.lines();
    }

    List<String> hql(String statement) {
        return in(session -> session.createMutationQuery(statement).executeUpdate());
    }

    List<String> sql(String statement) {
        return in(session -> session.createNativeMutationQuery(statement).executeUpdate());
    }

    /** What is heard of a transaction. */
    List<String> in(Consumer<SharedSessionContract> work) {
        door.inTransaction(factory(), work);
        return lines();
    }

    SharedSessionContract session() {
        return door.open(factory());
    }

    /** What was heard since the last call. */
    List<String> lines() {
        return heard.lines();
    }

    /** What is heard when these models are blocked, in this order, and their transaction commits. */
    static List<String> committed(String... models) {
        return Stream.concat(
                        Arrays.stream(models).map(model -> model + " blocked"),
                        Arrays.stream(models).map(model -> model + " COMMITTED"))
                .toList();
    }

    @Override
    public void close() {
        unit.close();
    }
}
