package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Element;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads associations: an owning one becomes the id, or the set of ids, of its targets. */
final class AssociationReader {
    private final Scope scope;
    private final TargetIds targets;

    AssociationReader(Scope scope) {
        this.scope = scope;
        this.targets = new TargetIds(scope);
    }

    /** Whether neither the entity's table nor a join table of its own holds the association. */
    boolean isInverse(Member member) {
        boolean mappedBy = List.of(Names.ONE_TO_ONE, Names.ONE_TO_MANY, Names.MANY_TO_MANY).stream()
                .flatMap(annotation -> member.mapping(annotation).stream())
                .anyMatch(mapping -> !mapping.text("mappedBy").isEmpty());
        return mappedBy || (member.has(Names.ONE_TO_MANY) && member.has(Names.JOIN_COLUMN, Names.JOIN_COLUMNS));
    }

    Node toOne(Member member, Access access, ComponentNames names) {
        Mirror mapping = member.mapping(Names.MANY_TO_ONE)
                .or(() -> member.mapping(Names.ONE_TO_ONE))
                .orElseThrow();
        TypeMirror target = mapping.classOf("targetEntity").orElse(member.type());
        if (!scope.compilation().types().isSubtype(member.type(), target)) {
            return scope.unsupported(member, "its type is not its target entity");
        }
        TargetIds.Target found = targets.of(target);
        if (!(found instanceof TargetIds.Found id)) {
            return scope.unsupported(member, found.reason());
        }
        String component = names.reference(member.name());
        Attribute attribute = new Attribute.Reference(
                common(member, component, access), TypeName.get(id.type()), id.entity(), id.access(), id.embeddedId());
        return new Node.Kept(member, attribute, Optional.of(id.type()), List.of());
    }

    Node toMany(Member member, Access access, ComponentNames names) {
        Mirror mapping = member.mapping(Names.ONE_TO_MANY)
                .or(() -> member.mapping(Names.MANY_TO_MANY))
                .orElseThrow();
        if (!scope.compilation().isA(member.type(), "java.util.Collection")) {
            return scope.unsupported(member, "a map of entities is not supported");
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) member.type()).getTypeArguments();
        Optional<TypeMirror> target = mapping.classOf("targetEntity")
                .or(() -> arguments.stream().findFirst().map(scope.compilation()::resolved));
        if (target.isEmpty()) {
            return scope.unsupported(member, "its target is not told");
        }
        TargetIds.Target found = targets.of(target.get());
        return found instanceof TargetIds.Found id
                ? ids(member, access, names, id)
                : scope.unsupported(member, found.reason());
    }

    private Node ids(Member member, Access access, ComponentNames names, TargetIds.Found id) {
        TypeName idType = TypeName.get(id.type());
        if (id.embeddedId().filter(embeddable -> !embeddable.isRecord()).isPresent()) {
            scope.report()
                    .add(
                            Code.MUTABLE_VALUE,
                            member.mapped(),
                            member.name(),
                            Scope.nameOf(member),
                            simpleName(id.type()));
        }
        String component = names.references(member.name());
        Attribute.Common common = common(member, component, access);
        Attribute attribute = new Attribute.Plural(
                common,
                ParameterizedTypeName.get(ClassName.get("java.util", "Set"), idType),
                Attribute.Plural.Kind.SET,
                new Element.Reference(idType, id.entity(), id.access(), id.embeddedId()),
                Optional.empty(),
                "");
        return new Node.Kept(
                member, attribute, Optional.of(scope.compilation().generic("java.util.Set", id.type())), List.of());
    }

    private static String simpleName(TypeMirror type) {
        return ((DeclaredType) type).asElement().getSimpleName().toString();
    }

    private static Attribute.Common common(Member member, String component, Access access) {
        return new Attribute.Common(
                member.name(), component, access, Jackson.copied(member, false), Jackson.hides(member));
    }
}
