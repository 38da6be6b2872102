package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.turnkey.processor.model.Attribute;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** The components of a record: their declaration, the copies that keep them immutable, and their text. */
final class RecordParts {
    private final ClassName record;
    private final TypeName origin;
    private final List<Attribute> attributes;
    private final Predicate<Attribute> required;
    private final CopyCode copies;

    /**
     * The parts of a record.
     *
     * @param origin the entity or embeddable class that the attributes belong to
     * @param required which attributes are never null
     */
    RecordParts(
            ClassName record,
            TypeName origin,
            List<Attribute> attributes,
            Predicate<Attribute> required,
            ClassName model) {
        this.record = record;
        this.origin = origin;
        this.attributes = attributes;
        this.required = required;
        this.copies = new CopyCode(
                model, attributes.stream().map(Attribute::component).toList());
    }

    /** Declares the components. */
    void declareIn(TypeSpec.Builder type) {
        for (Attribute attribute : attributes) {
            type.addJavadoc("\n@param $L $L", attribute.component(), Links.component(origin, attribute));
        }
        type.addJavadoc("\n").recordConstructor(constructor());
    }

    /** Adds the methods that differ from those that every record has. */
    void addMethodsTo(TypeSpec.Builder type) {
        attributes.forEach(attribute -> copies.out(attribute, isNullable(attribute))
                .ifPresent(copy -> type.addMethod(accessor(attribute, copy))));
        new RecordEquality(record, attributes).addTo(type);
        new RecordText(record, attributes).addTo(type);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        for (Attribute attribute : attributes) {
            constructor.addParameter(ParameterSpec.builder(typeOf(attribute), attribute.component())
                    .addAnnotations(attribute.common().annotations())
                    .build());
            if (required.test(attribute) && !attribute.type().isPrimitive()) {
                constructor.addStatement("$1T.requireNonNull($2L, $2S)", Objects.class, attribute.component());
            }
            copies.in(attribute, isNullable(attribute))
                    .ifPresent(copy -> constructor.addStatement("$L = $L", attribute.component(), copy));
        }
        return constructor.build();
    }

    private MethodSpec accessor(Attribute attribute, CodeBlock copy) {
        return MethodSpec.methodBuilder(attribute.component())
                .addJavadoc("Returns a copy of $L.\n", Links.component(origin, attribute))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(typeOf(attribute))
                .addStatement("return $L", copy)
                .build();
    }

    private boolean isNullable(Attribute attribute) {
        return !required.test(attribute);
    }

    private TypeName typeOf(Attribute attribute) {
        return isNullable(attribute) ? RuntimeTypes.nullable(attribute.type()) : attribute.type();
    }
}
