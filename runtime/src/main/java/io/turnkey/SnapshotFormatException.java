package io.turnkey;

import org.jspecify.annotations.Nullable;

/** What was to be imported is not an export of this model; nothing of it was imported. The message names model, line, column and path. */
public class SnapshotFormatException extends CacheException {
    private static final long serialVersionUID = 1L;

    /** The model that the import was for. */
    private final String model;

    /** The first is 1. */
    private final int line;

    /** The first is 1. */
    private final int column;

    /** From the document down. */
    private final String path;

    /** Refuses what stands at this place; {@code path} is like {@code $.rows[3].email}. */
    public SnapshotFormatException(
            String model, int line, int column, String path, String problem, @Nullable Throwable cause) {
        super(model + ", line " + line + ", column " + column + ", " + path + ": " + problem, cause);
        this.model = model;
        this.line = line;
        this.column = column;
        this.path = path;
    }

    /** The model that the import was for. */
    public String model() {
        return model;
    }

    /** The line, the first is 1. */
    public int line() {
        return line;
    }

    /** The column in the line, the first is 1. */
    public int column() {
        return column;
    }

    /** Where in the document it stands: {@code $.rows[3].address.city}. */
    public String path() {
        return path;
    }
}
