package io.turnkey.hibernate.write;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.action.spi.Executable;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.spi.NonSelectQueryPlan;
import org.hibernate.resource.transaction.spi.TransactionCoordinator.TransactionDriver;
import org.jspecify.annotations.Nullable;

/** Who has a statement executed, told by the stack of the calling thread: the innermost frame that says something decides. */
enum Origin {
    /** A flush or an operation on a row: its event tells of it. */
    ROWS,
    /** Hibernate wrote the statement, so its tables are exactly known, but no event tells of it: HQL, a forced increment. */
    HQL,
    /** Anything else, which somebody wrote by hand. */
    NATIVE;

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<String> ROW_OPERATIONS = Set.of(
            "insert",
            "insertMultiple",
            "update",
            "updateMultiple",
            "delete",
            "deleteMultiple",
            "upsert",
            "upsertMultiple");

    /** The ordinals of {@link Part}: every class on a stack keeps its value, a class of the JDK for ever, and with it the class loader of what is no number. */
    @SuppressWarnings("EnumOrdinal") // a number of this run, that nothing outlives
    private static final ClassValue<Integer> PARTS = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
            return Stream.of(Part.values())
                    .filter(part -> part.type.isAssignableFrom(type))
                    .findFirst()
                    .orElse(Part.OTHER)
                    .ordinal();
        }
    };

    private static final Part[] BY_ORDINAL = Part.values();

    static Origin ofCaller() {
        return STACK.walk(frames ->
                frames.map(Origin::of).filter(Objects::nonNull).findFirst().orElse(NATIVE));
    }

    /** Whether the calling thread is ending a transaction of the session's own, whose outcome is told afterwards. */
    static boolean endsTransaction() {
        return STACK.walk(frames -> frames.anyMatch(frame -> partOf(frame.getDeclaringClass()) == Part.TRANSACTION));
    }

    private static Part partOf(Class<?> type) {
        return BY_ORDINAL[PARTS.get(type)];
    }

    private static @Nullable Origin of(StackWalker.StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return switch (partOf(type)) {
            case QUERY -> type.getSimpleName().startsWith("Native") ? NATIVE : HQL;
            case PERSISTER -> frame.getMethodName().equals("forceVersionIncrement") ? HQL : null;
            case ACTION, SEQUENCE -> ROWS;
            case STATELESS -> ROW_OPERATIONS.contains(frame.getMethodName()) ? ROWS : null;
            case TRANSACTION, OTHER -> null;
        };
    }

    /** The parts of Hibernate whose frames say something. */
    private enum Part {
        QUERY(NonSelectQueryPlan.class),
        PERSISTER(EntityPersister.class),
        ACTION(Executable.class),
        SEQUENCE(AccessCallback.class),
        STATELESS(StatelessSession.class),
        TRANSACTION(TransactionDriver.class),
        OTHER(Object.class);

        final Class<?> type;

        Part(Class<?> type) {
            this.type = type;
        }
    }
}
