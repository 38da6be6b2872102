package io.turnkey.hibernate.write;

import io.turnkey.spi.Write.Kind;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * A row that a statement has written.
 *
 * @param id the id as Hibernate has it
 * @param kind what the statement did; an upsert updates what may have been there
 * @param before the attributes as the session knew them; {@code null} if there was no row, or nobody knows
 * @param after the attributes that were written; {@code null} if the row is gone
 */
@SuppressWarnings("ArrayRecordComponent") // one is made for each event and nobody compares them
record RowEvent(
        EntityPersister persister,
        Object id,
        Kind kind,
        Object @Nullable [] before,
        Object @Nullable [] after,
        SharedSessionContractImplementor session) {}
