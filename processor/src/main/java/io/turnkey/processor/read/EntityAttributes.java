package io.turnkey.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * An entity class with its superclasses and attributes.
 *
 * @param levels the classes, lowest first
 * @param inherited the attributes of the hierarchy's root and above; all of them for an entity without entities above
 * @param own the others
 */
record EntityAttributes(List<Level> levels, List<Node> inherited, List<Node> own) {
    static EntityAttributes of(Scope scope) {
        List<Level> levels = levels(scope, scope.entity());
        List<Member> members = scope.members().of(levels, Level.isPropertyAccess(levels));
        List<Node> nodes = new AttributeReader(scope).read(levels, members, new ComponentNames());
        return new EntityAttributes(levels, nodes, List.of());
    }

    /** Those of a subclass: what belongs to the root has the names it has there, and is not reported again. */
    static EntityAttributes of(Scope scope, TypeElement root, ComponentNames names) {
        List<Level> levels = levels(scope, scope.entity());
        boolean property = Level.isPropertyAccess(levels);
        List<Member> above = scope.members().of(levels(scope, root), property);
        Set<String> aboveNames = above.stream().map(Member::name).collect(Collectors.toCollection(HashSet::new));
        List<Node> inherited = new AttributeReader(scope.muted()).read(levels, above, names);
        List<Member> own = scope.members().of(levels, property).stream()
                .filter(member -> !aboveNames.contains(member.name()))
                .toList();
        scope.embeddables().nestIn(Compilation.beside(scope.entity(), "Snapshot"));
        return new EntityAttributes(levels, inherited, new AttributeReader(scope).read(levels, own, names));
    }

    private static List<Level> levels(Scope scope, TypeElement type) {
        return Level.of((DeclaredType) type.asType(), scope.compilation());
    }

    /** The inherited ones, then its own. */
    List<Node> all() {
        List<Node> all = new ArrayList<>(inherited);
        all.addAll(own);
        return all;
    }
}
