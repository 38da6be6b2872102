package io.turnkey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of memory with the database found.
 *
 * @param model the model's name
 * @param compared how many rows were compared; rows that changed meanwhile are left out
 * @param differences the rows that differ, each of which has left memory
 */
public record AuditReport(String model, int compared, List<Difference> differences) {
    /** Copies the list. */
    public AuditReport {
        differences = List.copyOf(differences);
    }

    /** Whether memory agreed with the database. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    /**
     * A row that memory held wrongly; or one that it found by a key that belongs to another row, which then is {@code stored}.
     *
     * @param id the row's id
     * @param cached the snapshot in memory
     * @param stored the snapshot of the row as the database has it; {@code null} if there is no such row
     */
    public record Difference(
            Object id, Object cached, @Nullable Object stored) {}
}
