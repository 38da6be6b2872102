package com.example.stranger.json;

import com.example.stranger.model.Model;
import com.example.stranger.support.Database;
import com.example.stranger.support.Dice;
import io.turnkey.EntityCache;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What a cache of a whole table has written.
 *
 * @param rows the table as JPA reads it
 */
record Export<S>(List<S> rows, byte[] plain, byte[] withMeta) {
    /** Adds rows to the model's table and exports it. */
    static <S, C extends EntityCache<S, ?>> Export<S> of(Model<?, S, ?, C> model, Database database, int seed) {
        Dice dice = new Dice(model.toString().hashCode() + seed);
        for (int times = 0; times < 3; times++) {
            database.write(em -> model.seed(em, dice));
        }
        List<S> rows = database.read(model::expected);
        try (C cache = model.builder().open(database.factory())) {
            return new Export<>(rows, write(cache, false), write(cache, true));
        }
    }

    private static byte[] write(EntityCache<?, ?> cache, boolean includeMeta) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cache.writeJson(out, includeMeta);
        return out.toByteArray();
    }

    /** The document, with the expiry of each row or without. */
    ByteArrayInputStream open(boolean withMeta) {
        return new ByteArrayInputStream(withMeta ? this.withMeta : plain);
    }
}
