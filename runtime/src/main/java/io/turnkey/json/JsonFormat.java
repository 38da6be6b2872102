package io.turnkey.json;

import com.google.auto.service.AutoService;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.SnapshotFormat;
import io.turnkey.spi.SnapshotShape;
import java.util.List;

/** Snapshots as JSON. */
@AutoService(SnapshotFormat.class)
public final class JsonFormat implements SnapshotFormat {
    @Override
    public <S> SnapshotFile<S> of(String model, List<SnapshotShape<? extends S>> shapes, Conversions conversions) {
        throw new UnsupportedOperationException();
    }
}
