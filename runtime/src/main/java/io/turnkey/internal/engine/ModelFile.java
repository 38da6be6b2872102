package io.turnkey.internal.engine;

import io.turnkey.CacheException;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.SnapshotFormat;
import io.turnkey.spi.SnapshotShape;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The form in which rows of a model leave and come, made when it is asked for the first time. */
final class ModelFile<S> implements Supplier<SnapshotFile<S>> {
    private final EntityModel<?, S, ?> model;
    private final EntitySource<S> source;
    private final Supplier<? extends Iterable<SnapshotFormat>> formats;

    /** Two threads may make it twice: it holds nothing. */
    private volatile @Nullable SnapshotFile<S> file;

    ModelFile(
            EntityModel<?, S, ?> model, EntitySource<S> source, Supplier<? extends Iterable<SnapshotFormat>> formats) {
        this.model = model;
        this.source = source;
        this.formats = formats;
    }

    /** In the format that is registered as a service. */
    static <S> ModelFile<S> of(EntityModel<?, S, ?> model, EntitySource<S> source) {
        return new ModelFile<>(
                model, source, () -> ServiceLoader.load(SnapshotFormat.class, ModelFile.class.getClassLoader()));
    }

    /**
     * The form.
     *
     * @throws CacheException if there is none; the message says why
     */
    @Override
    public SnapshotFile<S> get() {
        SnapshotFile<S> made = file;
        if (made == null) {
            made = make();
            file = made;
        }
        return made;
    }

    private SnapshotFile<S> make() {
        List<SnapshotShape<? extends S>> shapes = model.shapes();
        if (shapes.isEmpty()) {
            throw new CacheException(
                    model
                            + " cannot be written or read as JSON: its generated code does not say what a snapshot consists of; compile it again with this version of turnkey-processor");
        }
        try {
            for (SnapshotFormat format : formats.get()) {
                return format.of(model.name(), shapes, source.conversions());
            }
        } catch (ServiceConfigurationError | NoClassDefFoundError e) {
            throw new CacheException(
                    model
                            + " cannot be written or read as JSON: com.fasterxml.jackson.core:jackson-core 2 must be on the class path",
                    e);
        }
        throw new CacheException(model + " cannot be written or read as JSON: no SnapshotFormat is registered");
    }
}
