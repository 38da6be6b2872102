package io.turnkey.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Element;
import io.turnkey.processor.model.Embeddable;
import io.turnkey.processor.model.Embeddable.Constructor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what attributes consist of. */
final class Embeddables {
    private Embeddables() {}

    /** The embeddable classes that have a record of their own nested in {@code snapshot}, in the order of their first use. */
    static Collection<Embeddable> nestedIn(ClassName snapshot, List<Attribute> attributes) {
        Map<ClassName, Embeddable> found = new LinkedHashMap<>();
        all(attributes)
                .filter(embeddable -> !embeddable.isRecord()
                        && snapshot.equals(embeddable.snapshot().enclosingClassName()))
                .forEach(embeddable -> found.putIfAbsent(embeddable.snapshot(), embeddable));
        return found.values();
    }

    /** All embeddables, those of embeddables included. */
    static Stream<Embeddable> all(List<Attribute> attributes) {
        return attributes.stream()
                .flatMap(Embeddables::of)
                .flatMap(embeddable -> Stream.concat(Stream.of(embeddable), all(embeddable.attributes())));
    }

    private static Stream<Embeddable> of(Attribute attribute) {
        if (attribute instanceof Attribute.Embedded embedded) {
            return Stream.of(embedded.embeddable());
        }
        if (attribute instanceof Attribute.Plural plural) {
            return Stream.concat(of(plural.element()), plural.key().stream().flatMap(Embeddables::of));
        }
        return Stream.empty();
    }

    private static Stream<Embeddable> of(Element element) {
        return element instanceof Element.Embedded embedded ? Stream.of(embedded.embeddable()) : Stream.empty();
    }

    /** All attributes, those of embeddables and of embeddable ids included. */
    static Stream<Attribute> withIds(List<Attribute> attributes) {
        return attributes.stream()
                .flatMap(attribute -> Stream.concat(
                        Stream.of(attribute),
                        Stream.concat(of(attribute), ids(attribute))
                                .flatMap(embeddable -> withIds(embeddable.attributes()))));
    }

    private static Stream<Embeddable> ids(Attribute attribute) {
        if (attribute instanceof Attribute.EmbeddedId id) {
            return Stream.of(id.embeddable());
        }
        if (attribute instanceof Attribute.Reference reference) {
            return reference.embeddedId().stream();
        }
        return attribute instanceof Attribute.Plural plural
                ? Stream.concat(Stream.of(plural.element()), plural.key().stream())
                        .filter(Element.Reference.class::isInstance)
                        .flatMap(each -> ((Element.Reference) each).embeddedId().stream())
                : Stream.empty();
    }

    /** The embeddable ids that are shared as they are and can be changed, and so must be copied. */
    static Collection<Embeddable> copied(List<Attribute> attributes) {
        Map<String, Embeddable> found = new LinkedHashMap<>();
        Stream.concat(attributes.stream(), all(attributes).flatMap(embeddable -> embeddable.attributes().stream()))
                .flatMap(attribute -> copied(attribute).stream())
                .forEach(embeddable -> found.putIfAbsent(embeddable.type().toString(), embeddable));
        return found.values();
    }

    /** The embeddable that an attribute's value is and that can be changed. */
    static Optional<Embeddable> copied(Attribute attribute) {
        if (attribute instanceof Attribute.EmbeddedId id) {
            return Optional.of(id.embeddable()).filter(Embeddables::isMutable);
        }
        return attribute instanceof Attribute.Reference reference
                ? reference.embeddedId().filter(Embeddables::isMutable)
                : Optional.empty();
    }

    private static boolean isMutable(Embeddable embeddable) {
        return !embeddable.isRecord() && embeddable.constructor() != Constructor.NONE && isWritable(embeddable);
    }

    /** The class, generic ones excepted, of an id that generated code can make of the values of its parts. */
    static boolean isMade(Embeddable id) {
        return id.type() instanceof ClassName
                && (id.isRecord() || (id.constructor() != Constructor.NONE && isWritable(id)))
                && id.attributes().stream()
                        .allMatch(attribute -> attribute instanceof Attribute.Basic
                                || (attribute instanceof Attribute.Embedded nested && isMade(nested.embeddable())));
    }

    /** The type that an attribute has in the entity or embeddable itself. */
    static TypeName liveType(Attribute attribute) {
        if (attribute instanceof Attribute.Reference reference) {
            return reference.target();
        }
        return attribute instanceof Attribute.Embedded embedded
                ? embedded.embeddable().type()
                : attribute.type();
    }

    /** Whether generated code can call the constructor of an embeddable class, and give it the same values. */
    static boolean isCreatable(Embeddable embeddable) {
        return embeddable.constructor() == Constructor.VISIBLE
                && isWritable(embeddable)
                && embeddable.attributes().stream()
                        .flatMap(Embeddables::of)
                        .allMatch(nested -> nested.isRecord() || isCreatable(nested));
    }

    /** Whether all attributes of an embeddable class can be given values. */
    private static boolean isWritable(Embeddable embeddable) {
        return embeddable.attributes().stream()
                .allMatch(attribute -> !(attribute.common().access().write() instanceof Access.None)
                        && of(attribute).allMatch(nested -> nested.isRecord() || isWritable(nested)));
    }

    /** Whether a text of the attribute's value would tell a secret. */
    static boolean tellsSecret(Attribute attribute) {
        return attribute.common().secret()
                || of(attribute).anyMatch(Embeddables::tellsSecret)
                || (attribute instanceof Attribute.EmbeddedId id && hasSecret(id.embeddable()));
    }

    /** The nested record of a class hides its secrets itself. */
    private static boolean tellsSecret(Embeddable embeddable) {
        return embeddable.isRecord() && hasSecret(embeddable);
    }

    private static boolean hasSecret(Embeddable embeddable) {
        return embeddable.attributes().stream().anyMatch(Embeddables::tellsSecret);
    }
}
