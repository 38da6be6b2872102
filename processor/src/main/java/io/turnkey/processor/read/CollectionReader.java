package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Attribute.Plural.Kind;
import io.turnkey.processor.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads collections of values. */
final class CollectionReader {
    private final Scope scope;
    private final EmbeddableReader embeddables;
    private final TargetIds targets;

    CollectionReader(Scope scope, EmbeddableReader embeddables) {
        this.scope = scope;
        this.embeddables = embeddables;
        this.targets = new TargetIds(scope);
    }

    /** One side of a collection, or why it cannot be read. */
    private record Side(Optional<Element> element, Optional<TypeMirror> type, List<Node> children, String reason) {
        static Side failed(String reason) {
            return new Side(Optional.empty(), Optional.empty(), List.of(), reason);
        }

        static Side of(Element element, TypeMirror type) {
            return new Side(Optional.of(element), Optional.of(type), List.of(), "");
        }
    }

    Node read(Member member, Attribute.Common common) {
        if (!scope.values().isCollection(member.type())) {
            return scope.unsupported(member, "an array of elements is not supported; use a List");
        }
        Kind kind = kind(member);
        List<? extends TypeMirror> arguments = ((DeclaredType) member.type()).getTypeArguments();
        if (arguments.size() != (kind == Kind.MAP ? 2 : 1)) {
            return scope.unsupported(member, "the type of its elements is not told");
        }
        Side element = side(
                member,
                member.mapping(Names.ELEMENT_COLLECTION)
                        .flatMap(mapping -> mapping.classOf("targetClass"))
                        .orElse(arguments.get(arguments.size() - 1)));
        Optional<Side> key = kind == Kind.MAP ? Optional.of(side(member, arguments.get(0))) : Optional.empty();
        if (element.element().isEmpty()) {
            return scope.unsupported(member, element.reason());
        }
        if (key.filter(side -> side.element().isEmpty()).isPresent()) {
            return scope.unsupported(member, key.get().reason());
        }
        return kept(member, common, kind, element, key);
    }

    private Node kept(Member member, Attribute.Common common, Kind kind, Side element, Optional<Side> key) {
        ClassName raw = ClassName.bestGuess(nameOf(kind));
        Element value = element.element().orElseThrow();
        Optional<Element> keys = key.flatMap(Side::element);
        TypeName type = keys.map(each -> ParameterizedTypeName.get(raw, each.type(), value.type()))
                .orElseGet(() -> ParameterizedTypeName.get(raw, value.type()));
        List<Node> children = new ArrayList<>(element.children());
        key.ifPresent(side -> children.addAll(side.children()));
        return new Node.Kept(
                member,
                new Attribute.Plural(common, type, kind, value, keys, orderBy(member, value)),
                element.type().flatMap(each -> mirror(kind, each, key)),
                children);
    }

    private Optional<TypeMirror> mirror(Kind kind, TypeMirror element, Optional<Side> key) {
        String name = nameOf(kind);
        return kind == Kind.MAP
                ? key.flatMap(Side::type).map(keys -> scope.compilation().generic(name, keys, element))
                : Optional.of(scope.compilation().generic(name, element));
    }

    private static String nameOf(Kind kind) {
        return switch (kind) {
            case LIST, INDEXED_LIST -> "java.util.List";
            case SET -> "java.util.Set";
            case MAP -> "java.util.Map";
        };
    }

    private Kind kind(Member member) {
        if (scope.compilation().isA(member.type(), "java.util.Map")) {
            return Kind.MAP;
        }
        if (scope.compilation().isA(member.type(), "java.util.Set")) {
            return Kind.SET;
        }
        return member.has(Names.ORDER_COLUMN) ? Kind.INDEXED_LIST : Kind.LIST;
    }

    private Side side(Member member, TypeMirror declared) {
        TypeMirror type = scope.compilation().resolved(declared);
        if (type instanceof DeclaredType entity && Mirror.isOn(Compilation.element(entity), Names.ENTITY)) {
            TargetIds.Target found = targets.of(type);
            return found instanceof TargetIds.Found id
                    ? Side.of(
                            new Element.Reference(TypeName.get(id.type()), id.entity(), id.access(), id.embeddedId()),
                            id.type())
                    : Side.failed(found.reason());
        }
        if (AttributeReader.isEmbeddable(type)) {
            EmbeddableReader.Result result = embeddables.read(member, type, false);
            return new Side(
                    result.embeddable().map(Element.Embedded::new),
                    result.embeddable().filter(each -> each.isRecord()).map(each -> type),
                    result.children(),
                    result.reason());
        }
        return Side.of(new Element.Value(TypeName.get(type), scope.values().copying(type)), type);
    }

    /** The value of {@code @OrderBy}; values of one column without one are ordered by themselves. */
    private static String orderBy(Member member, Element element) {
        return member.mapping(Names.ORDER_BY)
                .map(order -> order.text("value").isBlank() && element instanceof Element.Value
                        ? "ASC"
                        : order.text("value").strip())
                .orElse("");
    }
}
