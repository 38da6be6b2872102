package com.example.stranger.stress;

import com.example.stranger.stress.Write.Outcome;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Carries out operations, and writes down what becomes of them. */
public final class Writer {
    private final SessionFactory factory;
    private final History history;
    private final Journal journal;

    public Writer(EntityManagerFactory factory, History history, Journal journal) {
        this.factory = factory.unwrap(SessionFactory.class);
        this.history = history;
        this.journal = journal;
    }

    /** The attempt; empty if the database did not even give the locks. */
    public Optional<Write> write(Operation operation) {
        try {
            return Optional.of(
                    switch (operation.kind()) {
                        case STATELESS, STATELESS_INSERT_OR_DELETE, STATELESS_BULK -> stateless(operation);
                        case WITHOUT_TRANSACTION -> withoutTransaction(operation);
                        default -> managed(operation);
                    });
        } catch (PersistenceException e) {
            return Optional.empty();
        }
    }

    private Write managed(Operation operation) {
        try (EntityManager em = factory.createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            Write write = locked(em, operation);
            attempt(operation, write, transaction, () -> {
                new ManagedWork(em, operation, write, history).run();
                em.flush();
                em.unwrap(Session.class).doWork(connection -> journal.enter(connection, write, true));
            });
            return write;
        }
    }

    private Write stateless(Operation operation) {
        try (StatelessSession session = factory.openStatelessSession()) {
            EntityTransaction transaction = session.beginTransaction();
            session.get(RowLock.class, operation.first(), LockMode.PESSIMISTIC_WRITE);
            Write write = open(operation);
            attempt(operation, write, transaction, () -> {
                new StatelessWork(session, operation, write).run();
                session.doWork(connection -> journal.enter(connection, write, true));
            });
            return write;
        }
    }

    /** The locks are held by a transaction of their own, since each statement is one. */
    private Write withoutTransaction(Operation operation) {
        try (EntityManager em = factory.createEntityManager();
                StatelessSession session = factory.openStatelessSession()) {
            em.getTransaction().begin();
            Write write = locked(em, operation);
            try {
                StatelessWork work = new StatelessWork(session, operation, write);
                work.prepare();
                session.doWork(connection -> journal.enter(connection, write, false));
                history.committing(write);
                work.execute();
                history.committed(write);
            } catch (PersistenceException e) {
                history.takenBack(write);
            } finally {
                em.getTransaction().rollback();
            }
            return write;
        }
    }

    private Write locked(EntityManager em, Operation operation) {
        em.find(RowLock.class, operation.first(), LockModeType.PESSIMISTIC_WRITE);
        if (operation.writesBoth()) {
            em.find(RowLock.class, operation.second(), LockModeType.PESSIMISTIC_WRITE);
        }
        return open(operation);
    }

    private Write open(Operation operation) {
        return history.open(Thread.currentThread().getName() + " " + operation);
    }

    private void attempt(Operation operation, Write write, EntityTransaction transaction, Runnable work) {
        try {
            work.run();
            if (!operation.takenBack()) {
                history.committing(write);
                transaction.commit();
                history.committed(write);
            }
        } catch (PersistenceException e) {
            // A statement that failed has written nothing; a commit that failed may have.
            if (write.outcome == Outcome.COMMITTING) {
                write.outcome = Outcome.UNKNOWN;
            }
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            if (write.outcome == Outcome.OPEN) {
                history.takenBack(write);
            }
        }
    }
}
