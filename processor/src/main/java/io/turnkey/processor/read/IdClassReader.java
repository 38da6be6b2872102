package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the class of an {@code @IdClass} and matches it with the entity's id attributes. */
final class IdClassReader {
    private final Scope scope;

    IdClassReader(Scope scope) {
        this.scope = scope;
    }

    Optional<Id> read(Mirror annotation, List<Node.Kept> ids) {
        DeclaredType type = (DeclaredType) annotation.classOf("value").orElseThrow();
        TypeElement element = Compilation.element(type);
        boolean record = element.getKind() == ElementKind.RECORD;
        List<Level> levels = Level.of(type, scope.compilation());
        List<Member> members = members(levels, ids.get(0).member().isProperty());
        if (!scope.values().hasEquals(type)) {
            annotation.reportMember(scope.report(), Code.ID_WITHOUT_EQUALS, "value", IdReader.nameOf(type));
            return Optional.empty();
        }
        List<Id.OfClass.Part> parts = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Member member : members) {
            match(levels, member, ids).ifPresentOrElse(parts::add, () -> differences.add(difference(member, ids)));
        }
        ids.stream()
                .filter(id -> members.stream().noneMatch(member -> member.name().equals(id.name())))
                .forEach(id -> differences.add("it lacks '" + id.name() + "'"));
        if (!record && !new Mergeability(scope).isCreatable(element)) {
            differences.add("it has no constructor without arguments that this package can call");
        }
        if (!differences.isEmpty()) {
            annotation.reportMember(
                    scope.report(),
                    Code.ID_CLASS_MISMATCH,
                    "value",
                    Compilation.shortName(element),
                    Compilation.shortName(scope.entity()),
                    String.join("; ", differences));
            return Optional.empty();
        }
        return Optional.of(new Id.OfClass(ClassName.get(element), record, parts));
    }

    private List<Member> members(List<Level> levels, boolean property) {
        List<Member> members = scope.members().of(levels, property);
        return members.isEmpty() ? scope.members().of(levels, !property) : members;
    }

    private Optional<Id.OfClass.Part> match(List<Level> levels, Member member, List<Node.Kept> ids) {
        return ids.stream()
                .filter(id -> id.name().equals(member.name()) && isSame(id, member))
                .findFirst()
                .flatMap(id -> scope.accessors()
                        .of(levels, member)
                        .filter(access -> isWritten(access, member))
                        .map(access -> new Id.OfClass.Part(id.attribute(), access)));
    }

    private static boolean isWritten(Access access, Member member) {
        return member.owner().getKind() == ElementKind.RECORD || !(access.write() instanceof Access.None);
    }

    private boolean isSame(Node.Kept id, Member member) {
        TypeMirror expected = scope.compilation().boxed(id.type().orElseThrow());
        return scope.compilation()
                .types()
                .isSameType(expected, scope.compilation().boxed(member.type()));
    }

    private String difference(Member member, List<Node.Kept> ids) {
        Optional<Node.Kept> id =
                ids.stream().filter(each -> each.name().equals(member.name())).findFirst();
        if (id.isEmpty()) {
            return "the entity has no id attribute '" + member.name() + "'";
        }
        return isSame(id.get(), member)
                ? "its attribute '" + member.name() + "' cannot be read and written from this package"
                : "'" + member.name() + "' has another type";
    }
}
