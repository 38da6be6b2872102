package io.turnkey.json;

import com.google.auto.service.AutoService;
import io.turnkey.CacheException;
import io.turnkey.CopyFormat;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.SnapshotFormat;
import io.turnkey.spi.SnapshotShape;
import java.util.List;
import java.util.function.Supplier;

/** Snapshots as JSON, and as bytes for the second level; without jackson-core on the class path it can be loaded, but makes none. */
@AutoService(SnapshotFormat.class)
public final class JsonFormat implements SnapshotFormat {
    private static final String LIBRARY = "com.fasterxml.jackson.core:jackson-core";

    /** For {@link java.util.ServiceLoader}. */
    public JsonFormat() {}

    @Override
    public <S> SnapshotFile<S> of(String model, List<SnapshotShape<? extends S>> shapes, Conversions conversions) {
        return withJackson("JSON", () -> JsonFile.of(model, shapes, conversions));
    }

    @Override
    public <S, ID> SharedForm<S, ID> shared(EntityModel<?, S, ID> model, Conversions conversions, CopyFormat format) {
        return withJackson(
                "JSON, as which ids are kept in Redis,", () -> SharedSnapshots.of(model, conversions, format));
    }

    private static <T> T withJackson(String what, Supplier<T> form) {
        if (!isPresent()) {
            throw new CacheException(what + " needs " + LIBRARY + " on the class path, version 2.18 or a newer 2.x");
        }
        try {
            return form.get();
        } catch (LinkageError e) {
            throw new CacheException(
                    what + " needs " + LIBRARY + " 2.18 or a newer 2.x; the one on the class path does not fit", e);
        }
    }

    private static boolean isPresent() {
        try {
            Class.forName("com.fasterxml.jackson.core.JsonFactory", false, JsonFormat.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
