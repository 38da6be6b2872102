package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Embeddable;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the ids of the entities that associations lead to. */
final class TargetIds {
    private final Scope scope;

    TargetIds(Scope scope) {
        this.scope = scope.muted();
    }

    /** The id of a target, or why there is none. */
    sealed interface Target {
        /** Why there is none; empty if there is one. */
        default String reason() {
            return "";
        }
    }

    /**
     * A target and its id.
     *
     * @param type the id's type, boxed
     * @param access how it is read from the target
     * @param embeddedId what it consists of, if it is an embeddable
     */
    record Found(ClassName entity, TypeMirror type, Access access, Optional<Embeddable> embeddedId) implements Target {}

    /** No id of a target. */
    record Missing(String reason) implements Target {}

    Target of(TypeMirror target) {
        if (!(target instanceof DeclaredType declared) || !Mirror.isOn(Compilation.element(declared), Names.ENTITY)) {
            return new Missing("its target is no entity");
        }
        TypeElement element = Compilation.element(declared);
        String name = Compilation.shortName(element);
        List<Level> levels = Level.of(declared, scope.compilation());
        List<Member> ids = scope.members().of(levels, Level.isPropertyAccess(levels)).stream()
                .filter(member -> member.has(Names.ID, Names.EMBEDDED_ID))
                .toList();
        if (ids.isEmpty()) {
            levels.forEach(level -> scope.compilation().lombok().await(level.element()));
            return new Missing("its target " + name + " has no id");
        }
        if (ids.size() > 1) {
            return new Missing("its target " + name + " has an id of several attributes (@IdClass)");
        }
        Member id = ids.get(0);
        if (id.has(Names.MANY_TO_ONE, Names.ONE_TO_ONE)) {
            return new Missing("the id of its target " + name + " is itself an association");
        }
        return scope.accessors()
                .of(levels, id)
                .filter(access -> scope.compilation().isNameable(element, scope.packageName())
                        && scope.compilation().isNameable(id.type(), scope.packageName()))
                .map(access -> found(element, id, access))
                .orElseGet(() -> new Missing("the id of its target " + name + " is not visible from this package"));
    }

    private Target found(TypeElement target, Member id, Access access) {
        TypeMirror type = scope.compilation().boxed(id.type());
        ClassName name = ClassName.get(target);
        if (!AttributeReader.isEmbedded(id)) {
            return new Found(name, type, access, Optional.empty());
        }
        EmbeddableReader.Result embedded =
                new AttributeReader(scope).embeddables().read(id, type, true);
        return embedded.embeddable()
                .<Target>map(embeddable -> new Found(name, type, access, Optional.of(embeddable)))
                .orElseGet(() -> new Missing("the id of its target is not supported: " + embedded.reason()));
    }
}
