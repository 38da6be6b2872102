package io.turnkey.internal.engine;

import io.turnkey.AuditReport;

/** Compares memory with the source. */
final class Audit<S, ID> {
    private final EngineParts<S, ID> parts;

    Audit(EngineParts<S, ID> parts) {
        this.parts = parts;
    }

    AuditReport run(int sampleSize) {
        throw new UnsupportedOperationException(parts + " " + sampleSize);
    }
}
