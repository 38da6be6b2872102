package io.turnkey.hibernate.write;

import io.turnkey.spi.WriteSink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of statements that no row event tells of.
 *
 * @param sink the sink
 * @param tables all tables of the factory
 * @param jta whether transactions are not the session's own
 */
record BulkWrites(WriteSink<?> sink, Tables tables, boolean jta) {
    /** Those of {@code listening} whose rows the statement may change. */
    static List<BulkWrites> changedBy(String statement, Origin origin, List<BulkWrites> listening) {
        Sql sql = Sql.parse(statement);
        return listening.stream()
                .filter(writes -> writes.isChangedBy(sql, origin))
                .toList();
    }

    private boolean isChangedBy(Sql sql, Origin origin) {
        Set<String> written = written(sql, origin);
        return written == null || tables.of(sink.model().entity()).stream().anyMatch(written::contains);
    }

    /** The tables that may change; {@code null} if any may. */
    private @Nullable Set<String> written(Sql sql, Origin origin) {
        if (sql.opaque()) {
            return null;
        }
        Set<String> written = new HashSet<>();
        if (origin == Origin.NATIVE) {
            addNamed(sql, written);
        }
        for (String target : sql.targets()) {
            if (tables.known().contains(target)) {
                written.add(target);
            } else if (origin == Origin.NATIVE) {
                return null;
            } else if (!isTemporary(target)) {
                // An alias: some databases want it there, and the table after it.
                addNamed(sql, written);
                if (written.isEmpty()) {
                    return null;
                }
            }
        }
        if (sql.deletes()) {
            tables.cascades().follow(written);
        } else {
            tables.cascades().followMarks(written, sql.assigned());
        }
        return written;
    }

    private void addNamed(Sql sql, Set<String> written) {
        sql.names().stream().filter(tables.known()::contains).forEach(written::add);
    }

    /** Whether it is one of the tables in which Hibernate collects the ids of a bulk statement. */
    private static boolean isTemporary(String table) {
        return table.startsWith("ht_") || table.startsWith("hte_") || table.startsWith("#");
    }
}
