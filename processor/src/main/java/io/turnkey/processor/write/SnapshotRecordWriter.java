package io.turnkey.processor.write;

import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the snapshot of an entity, or of one class of a hierarchy: a record. */
final class SnapshotRecordWriter {
    private final SnapshotShape shape;

    SnapshotRecordWriter(SnapshotShape shape) {
        this.shape = shape;
    }

    TypeSpec.Builder type() {
        List<Attribute> attributes = shape.attributes();
        TypeSpec.Builder type = TypeSpec.recordBuilder(shape.snapshot())
                .addJavadoc(
                        "What a row of {@link $T} held when it was read: immutable, and shared by all callers.\n",
                        shape.entity());
        Deprecation.silence(type, attributes);
        if (shape.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        shape.rootSnapshot().ifPresent(type::addSuperinterface);
        HiddenFields hidden = new HiddenFields(shape.taken());
        RecordParts parts = new RecordParts(shape.snapshot(), shape.entity(), attributes, shape::isId, shape.model());
        parts.declareIn(type);
        type.addMethod(new EntityMethods(shape).of(hidden));
        new IdMethods(shape).addTo(type);
        if (shape.mergeable()) {
            type.addMethod(new ToEntity(shape.taken(), hidden).entity(shape.entity(), attributes));
        }
        ViewMethods.addTo(type, shape);
        parts.addMethodsTo(type);
        NestedRecords.addTo(type, shape);
        hidden.declareIn(type);
        return type;
    }
}
