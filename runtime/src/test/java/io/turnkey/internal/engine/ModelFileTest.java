package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.CopyFormat;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.SnapshotFormat;
import io.turnkey.spi.SnapshotShape;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import io.turnkey.testing.engine.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the form of a model's rows is found. */
@Tag("F49")
class ModelFileTest {
    private static final RowModel ROWS = new RowModel(true, row -> {});
    private static final EntityModel<Row, Row, Long> MODEL = model();

    private static EntityModel<Row, Row, Long> model() {
        EntityModel.Builder<Row, Row, Long> builder =
                EntityModel.builder(ContractLevel.CURRENT, "Row", Row.class, Row.class);
        return builder.id(ROWS.id)
                .projections(List::of)
                .shape(() -> new Composite<>(
                        Row.class, List.of(Component.of("id", Shape.of(long.class), Row::id)), values -> Row.of(1)))
                .of(row -> row)
                .build();
    }

    /** Makes files, and remembers for what. */
    private static final class Format implements SnapshotFormat {
        private final List<Object> made = new ArrayList<>();

        @Override
        @SuppressWarnings("unchecked")
        public <S> SnapshotFile<S> of(String model, List<SnapshotShape<? extends S>> shapes, Conversions conversions) {
            made.add(List.of(model, shapes, conversions));
            return (SnapshotFile<S>) new RowFile();
        }

        @Override
        public <S, ID> SharedForm<S, ID> shared(
                EntityModel<?, S, ID> model, Conversions conversions, CopyFormat copies) {
            throw new UnsupportedOperationException();
        }
    }

    private static ModelFile<Row> file(Supplier<List<SnapshotFormat>> formats) {
        return new ModelFile<>(MODEL, new Table(), formats);
    }

    @Test
    void itIsMadeOnceOfTheModelsShapesWhenItIsAskedFor() {
        Format format = new Format();
        ModelFile<Row> file = file(() -> List.of(format));
        assertThat(format.made).isEmpty();

        assertThat(file.get()).isSameAs(file.get());
        assertThat(format.made).containsExactly(List.of("Row", MODEL.shapes(), Conversions.NONE));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> file(() -> {
                            throw new NoClassDefFoundError("com/fasterxml/jackson/core/JsonFactory");
                        })
                        .get())
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("Row")
                .hasMessageContaining("jackson-core");
        assertThatThrownBy(() -> file(() -> {
                            throw new ServiceConfigurationError("no such class");
                        })
                        .get())
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("jackson-core");
        assertThatThrownBy(() -> file(List::of).get())
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("SnapshotFormat");
    }
}
