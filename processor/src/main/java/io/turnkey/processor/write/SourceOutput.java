package io.turnkey.processor.write;

import io.turnkey.processor.Output;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.CachedSubtype;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** Writes models as source files. */
public final class SourceOutput implements Output {
    private static final String GENERATOR = "io.turnkey.processor.CacheProcessor";

    private final SourceFiles files;

    /** Writes to {@code filer}. */
    public SourceOutput(Filer filer) {
        this.files = new SourceFiles(filer, GENERATOR);
    }

    @Override
    public void write(CachedEntity entity, TypeElement origin) {
        SnapshotShape shape = SnapshotShape.of(entity);
        files.write(
                entity.names().snapshot(),
                entity.hierarchy() ? new SnapshotInterfaceWriter(shape).type() : new SnapshotRecordWriter(shape).type(),
                List.of(origin));
        files.write(entity.names().cache(), new CacheWriter(entity).type(), List.of(origin));
    }

    @Override
    public void writeModel(CachedEntity entity, TypeElement origin) {
        files.write(entity.names().model(), new ModelWriter(entity).type(), List.of(origin));
    }

    @Override
    public void write(CachedSubtype subtype, TypeElement origin) {
        SnapshotShape shape = SnapshotShape.of(subtype);
        files.write(subtype.snapshot(), new SnapshotRecordWriter(shape).type(), List.of(origin));
        files.write(subtype.model(), new SubtypeWriter(subtype).type(), List.of(origin));
    }
}
