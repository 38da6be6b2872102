package io.turnkey.processor.read;

import com.palantir.javapoet.TypeName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Copying;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Makes attributes of the members of an entity or embeddable. */
final class AttributeReader {
    private static final String[] TYPED = {Names.CONVERT, Names.TYPE, Names.JAVA_TYPE};

    private final Scope scope;
    private final EmbeddableReader embeddables;
    private final AssociationReader associations;
    private final CollectionReader collections;

    AttributeReader(Scope scope) {
        this.scope = scope;
        this.embeddables = new EmbeddableReader(scope, this);
        this.associations = new AssociationReader(scope);
        this.collections = new CollectionReader(scope, embeddables);
    }

    EmbeddableReader embeddables() {
        return embeddables;
    }

    /**
     * Reads members of one class.
     *
     * @param levels the classes in which accessors are looked for, lowest first
     * @param names the names of the record's components, shared by all members of the record
     */
    List<Node> read(List<Level> levels, List<Member> members, ComponentNames names) {
        members.forEach(member -> names.reserve(member.name()));
        return members.stream().map(member -> read(levels, member, names)).toList();
    }

    private Node read(List<Level> levels, Member member, ComponentNames names) {
        if (member.marker(Names.CACHE_IGNORE).isPresent()) {
            return new Node.Ignored(member);
        }
        if (member.has(Names.TENANT_ID)) {
            scope.report().add(Code.TENANT_ID, member.mapped(), Scope.nameOf(member));
            return new Node.Unsupported(member, "it has a @TenantId", true);
        }
        if (member.has(Names.ANY, Names.MANY_TO_ANY)) {
            return scope.unsupported(member, "an association with @Any has no one target");
        }
        if (member.has(Names.FORMULA)) {
            return scope.unsupported(
                    member, "the database calculates it, so no write of this row tells that it has changed");
        }
        if (member.has(Names.COMPOSITE_TYPE)) {
            return scope.unsupported(member, "@CompositeType is not supported");
        }
        if (associations.isInverse(member)) {
            return new Node.Inverse(member);
        }
        if (!scope.compilation().isNameable(member.type(), scope.packageName())) {
            return scope.inaccessible(member, "its type is not visible there");
        }
        return scope.accessors()
                .of(levels, member)
                .map(access -> read(member, access, names))
                .orElseGet(() -> scope.inaccessible(member, "neither a getter nor its field is visible there"));
    }

    private Node read(Member member, Access access, ComponentNames names) {
        if (member.has(Names.MANY_TO_ONE, Names.ONE_TO_ONE)) {
            return associations.toOne(member, access, names);
        }
        if (member.has(Names.ONE_TO_MANY, Names.MANY_TO_MANY)) {
            return associations.toMany(member, access, names);
        }
        if (member.has(Names.ELEMENT_COLLECTION)) {
            return collections.read(member, common(member, access, names));
        }
        if (isEmbedded(member)) {
            return embeddables.read(member, common(member, access, names));
        }
        return basic(member, access, names);
    }

    /** Whether it is an embeddable, said or not. */
    static boolean isEmbedded(Member member) {
        return member.has(Names.EMBEDDED, Names.EMBEDDED_ID)
                || (!member.has(TYPED) && isEmbeddable(member.type()) && !member.has(Names.ELEMENT_COLLECTION));
    }

    static boolean isEmbeddable(TypeMirror type) {
        return type instanceof DeclaredType declared && Mirror.isOn(Compilation.element(declared), Names.EMBEDDABLE);
    }

    private Node basic(Member member, Access access, ComponentNames names) {
        TypeMirror type = member.type();
        if (scope.values().isLocator(type)) {
            return scope.unsupported(member, "it can be read through an open connection only");
        }
        if (type instanceof DeclaredType declared && Mirror.isOn(Compilation.element(declared), Names.ENTITY)) {
            return scope.unsupported(member, "its type is an entity, but it has no @ManyToOne or @OneToOne");
        }
        Copying copying = scope.values().copying(type);
        Attribute.Common common = common(member, access, names);
        if (scope.values().isShared(type)) {
            warnIfMutable(member);
        }
        return new Node.Kept(
                member, new Attribute.Basic(common, TypeName.get(type), copying), Optional.of(type), List.of());
    }

    /** Warns of a value that all callers will share although it can be changed. */
    void warnIfMutable(Member member) {
        if (scope.values().isMutable(member.type())) {
            String type = member.type() instanceof DeclaredType declared
                    ? Compilation.element(declared).getSimpleName().toString()
                    : "an array";
            scope.report().add(Code.MUTABLE_VALUE, member.mapped(), member.name(), Scope.nameOf(member), type);
        }
    }

    /** What attributes have in common, for one whose component is called after it. */
    private Attribute.Common common(Member member, Access access, ComponentNames names) {
        boolean hidden = Jackson.hides(member);
        boolean secret = Secrets.looksSecret(member.name(), member.type(), scope.compilation());
        TypeElement owner = member.owner();
        if (member.has(Names.LOB)) {
            warn(Code.LOB_IN_MEMORY, member, owner);
        }
        if (secret) {
            warn(Code.SECRET_IN_MEMORY, member, owner);
        } else if (hidden) {
            warn(Code.JSON_IGNORED_IN_MEMORY, member, owner);
        }
        return new Attribute.Common(
                member.name(),
                names.own(member.name()),
                access,
                Jackson.copied(member, !isEmbedded(member)),
                secret || hidden);
    }

    private void warn(Code code, Member member, TypeElement owner) {
        scope.report().add(code, member.mapped(), member.name(), Compilation.shortName(owner));
    }
}
