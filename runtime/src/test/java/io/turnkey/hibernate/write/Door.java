package io.turnkey.hibernate.write;

import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.SharedSessionContract;

/** The two ways into Hibernate. */
enum Door {
    SESSION {
        @Override
        void inTransaction(SessionFactory factory, Consumer<SharedSessionContract> work) {
            factory.inTransaction(work::accept);
        }

        @Override
        SharedSessionContract open(SessionFactory factory) {
            return factory.openSession();
        }
    },
    STATELESS {
        @Override
        void inTransaction(SessionFactory factory, Consumer<SharedSessionContract> work) {
            factory.inStatelessTransaction(work::accept);
        }

        @Override
        SharedSessionContract open(SessionFactory factory) {
            return factory.openStatelessSession();
        }
    };

    abstract void inTransaction(SessionFactory factory, Consumer<SharedSessionContract> work);

    abstract SharedSessionContract open(SessionFactory factory);
}
