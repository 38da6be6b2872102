package io.turnkey.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row outside memory.
 *
 * @param <S> the snapshot
 * @param snapshot the row
 * @param expires when it expires; {@code null} if that is not written down, or never
 */
public record StoredRow<S>(S snapshot, @Nullable Instant expires) {}
