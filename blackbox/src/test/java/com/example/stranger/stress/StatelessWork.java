package com.example.stranger.stress;

import com.example.blackbox.fresh.Subscriber;
import com.example.stranger.stress.Operation.Kind;
import com.example.stranger.stress.Write.State;
import org.hibernate.StatelessSession;

/** What one operation does in a stateless session: reads, and then executes one statement. */
final class StatelessWork {
    private final StatelessSession session;
    private final Operation operation;
    private final Write write;
    private Runnable statement = () -> {};

    StatelessWork(StatelessSession session, Operation operation, Write write) {
        this.session = session;
        this.operation = operation;
        this.write = write;
    }

    void run() {
        prepare();
        execute();
    }

    void prepare() {
        long id = operation.first();
        Subscriber row = session.get(Subscriber.class, id);
        if (row == null) {
            insert(ManagedWork.fresh(id, operation, write));
        } else if (operation.kind() == Kind.STATELESS_INSERT_OR_DELETE
                || operation.kind() == Kind.WITHOUT_TRANSACTION && operation.value() == 0) {
            write.state(id, State.ABSENT);
            statement = () -> session.delete(row);
        } else if (operation.kind() == Kind.STATELESS_BULK) {
            write.state(id, ManagedWork.state(row));
            statement = () -> session.createMutationQuery(
                            "update Subscriber set body = :body, version = version + 1 where id = :id")
                    .setParameter("body", Long.toString(write.number))
                    .setParameter("id", id)
                    .executeUpdate();
        } else {
            update(row);
        }
    }

    void execute() {
        statement.run();
    }

    private void insert(Subscriber row) {
        write.state(row.id, ManagedWork.state(row));
        statement = () -> session.insert(row);
    }

    private void update(Subscriber row) {
        row.body = Long.toString(write.number);
        row.tier = Operation.tier(operation.value());
        if (operation.value() == 1) {
            row.email = Operation.email(row.id, operation.value());
        }
        write.state(row.id, ManagedWork.state(row));
        statement = operation.value() == 2 ? () -> session.upsert(row) : () -> session.update(row);
    }
}
