package com.example.stranger.stress;

import com.example.blackbox.fresh.Subscriber;
import com.example.stranger.stress.Write.State;
import jakarta.persistence.EntityManager;
import java.sql.Savepoint;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hibernate.Session;

/** What one operation does in a session, up to the commit. */
final class ManagedWork {
    private final EntityManager em;
    private final Operation operation;
    private final Write write;
    private final History history;

    ManagedWork(EntityManager em, Operation operation, Write write, History history) {
        this.em = em;
        this.operation = operation;
        this.write = write;
        this.history = history;
    }

    void run() {
        switch (operation.kind()) {
            case UPDATE_TWICE -> {
                passing();
                put(operation.first());
            }
            case SAVEPOINT -> {
                savepoint();
                put(operation.first());
            }
            case UPDATE_BOTH -> {
                put(operation.first());
                put(operation.second());
            }
            case CHANGE_KEYS -> {
                Subscriber row = put(operation.first());
                row.email = Operation.email(row.id, operation.value());
                row.login = Operation.login(row.id, operation.value());
                write.state(row.id, state(row));
            }
            case CHANGE_TIER -> {
                Subscriber row = put(operation.first());
                row.tier = Operation.tier(operation.value());
                write.state(row.id, state(row));
            }
            case SWAP_KEYS -> swap(put(operation.first()), put(operation.second()));
            case INSERT_OR_DELETE -> insertOrDelete();
            case BULK -> bulk(List.of(operation.first(), operation.second()));
            case BULK_DELETE -> {
                em.createQuery("delete from Subscriber where id = :id")
                        .setParameter("id", operation.first())
                        .executeUpdate();
                write.state(operation.first(), State.ABSENT);
            }
            case NATIVE -> nativeBulk();
            default -> put(operation.first());
        }
    }

    /** Updates a row, or inserts it where there is none. */
    private Subscriber put(long id) {
        Subscriber row = em.find(Subscriber.class, id);
        if (row == null) {
            row = fresh(id, operation, write);
            em.persist(row);
        }
        row.body = Long.toString(write.number);
        write.state(id, state(row));
        return row;
    }

    static Subscriber fresh(long id, Operation operation, Write write) {
        int value = operation.value();
        return new Subscriber(
                id,
                Operation.email(id, value),
                Operation.login(id, value),
                Operation.tier(value),
                Long.toString(write.number));
    }

    static State state(Subscriber row) {
        return new State(row.email, row.login, row.tier);
    }

    /** A flush whose values are overwritten before the commit. */
    private void passing() {
        Write passing = history.open("an earlier flush of " + write.number);
        history.takenBack(passing);
        put(operation.first()).body = Long.toString(passing.number);
        em.flush();
    }

    private void savepoint() {
        Session session = em.unwrap(Session.class);
        AtomicReference<Savepoint> savepoint = new AtomicReference<>();
        session.doWork(connection -> savepoint.set(connection.setSavepoint()));
        passing();
        session.doWork(connection -> connection.rollback(savepoint.get()));
        em.clear();
    }

    private void swap(Subscriber first, Subscriber second) {
        String email = first.email;
        first.email = "swap" + write.number;
        em.flush();
        first.email = second.email;
        second.email = email;
        String between = first.email;
        first.email = "swap" + write.number;
        em.flush();
        first.email = between;
        write.state(first.id, state(first));
        write.state(second.id, state(second));
    }

    private void insertOrDelete() {
        Subscriber row = em.find(Subscriber.class, operation.first());
        if (row == null) {
            put(operation.first());
        } else {
            em.remove(row);
            write.state(row.id, State.ABSENT);
        }
    }

    private void bulk(List<Long> ids) {
        expect(ids);
        String version = operation.value() == 0 ? "" : ", version = version + 1";
        em.createQuery("update Subscriber set body = :body" + version + " where id in (:ids)")
                .setParameter("body", Long.toString(write.number))
                .setParameter("ids", ids)
                .executeUpdate();
    }

    private void nativeBulk() {
        expect(List.of(operation.first(), operation.second()));
        String version = operation.value() == 0 ? "" : ", version = version + 1";
        em.createNativeQuery("update Subscriber set body = ?1" + version + " where id in (?2, ?3)")
                .setParameter(1, Long.toString(write.number))
                .setParameter(2, operation.first())
                .setParameter(3, operation.second())
                .executeUpdate();
    }

    private void expect(List<Long> ids) {
        Stream<Subscriber> rows = em.createQuery("from Subscriber where id in (:ids)", Subscriber.class)
                .setParameter("ids", ids)
                .getResultStream();
        rows.forEach(row -> write.state(row.id, state(row)));
        em.clear();
    }
}
