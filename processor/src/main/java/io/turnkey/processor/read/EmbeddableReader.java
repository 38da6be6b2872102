package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Copying;
import io.turnkey.processor.model.Embeddable;
import io.turnkey.processor.model.Embeddable.Constructor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads embeddable classes and records. */
final class EmbeddableReader {
    private final Scope scope;
    private final AttributeReader attributes;
    private final Deque<TypeElement> open = new ArrayDeque<>();

    EmbeddableReader(Scope scope, AttributeReader attributes) {
        this.scope = scope;
        this.attributes = attributes;
    }

    /** What an embeddable consists of, or why it cannot be in a snapshot; an empty reason has been reported already. */
    record Result(Optional<Embeddable> embeddable, List<Node> children, String reason) {
        static Result failed(String reason) {
            return new Result(Optional.empty(), List.of(), reason);
        }
    }

    /** Reads an attribute with {@code @Embedded} or {@code @EmbeddedId}. */
    Node read(Member member, Attribute.Common common) {
        boolean id = member.has(Names.EMBEDDED_ID, Names.ID);
        Result result = read(member, member.type(), id);
        return result.embeddable()
                .<Node>map(embeddable -> new Node.Kept(
                        member,
                        id ? new Attribute.EmbeddedId(common, embeddable) : new Attribute.Embedded(common, embeddable),
                        id || embeddable.isRecord() ? Optional.of(member.type()) : Optional.empty(),
                        result.children()))
                .orElseGet(() -> result.reason().isEmpty()
                        ? new Node.Unsupported(member, "it contains itself", true)
                        : scope.unsupported(member, result.reason()));
    }

    /**
     * Reads the embeddable {@code type} of a member.
     *
     * @param asIs whether a class stands for itself in the snapshot, as a record does
     */
    Result read(Member member, TypeMirror type, boolean asIs) {
        if (!(type instanceof DeclaredType declared)) {
            return Result.failed("its type is no embeddable class");
        }
        TypeElement element = Compilation.element(declared);
        boolean record = element.getKind() == ElementKind.RECORD;
        if (record && !declared.getTypeArguments().isEmpty()) {
            return Result.failed("its type is a record with type parameters");
        }
        if (open.contains(element)) {
            scope.report()
                    .add(Code.RECURSIVE_EMBEDDABLE, member.mapped(), Compilation.shortName(element), member.name());
            return Result.failed("");
        }
        open.push(element);
        try {
            List<Level> levels = Level.of(declared, scope.compilation());
            List<Member> members = scope.members().of(levels, member.isProperty());
            List<Node> children = attributes.read(levels, members, new ComponentNames());
            Optional<String> unfit = record ? unfitForRecord(element, children) : Optional.empty();
            ClassName raw = ClassName.get(element);
            return unfit.map(Result::failed)
                    .orElseGet(() -> new Result(
                            Optional.of(new Embeddable(
                                    TypeName.get(declared),
                                    record || asIs ? raw : scope.embeddables().of(TypeName.get(declared), raw),
                                    record,
                                    record ? Constructor.NONE : new Mergeability(scope).constructor(element),
                                    kept(children))),
                            children,
                            ""));
        } finally {
            open.pop();
        }
    }

    static List<Attribute> kept(List<Node> nodes) {
        return nodes.stream()
                .filter(Node.Kept.class::isInstance)
                .map(node -> ((Node.Kept) node).attribute())
                .toList();
    }

    /** A record stands in the snapshot as it is: each of its components must be there, and may be shared. */
    private Optional<String> unfitForRecord(TypeElement element, List<Node> children) {
        for (Node child : children) {
            if (child instanceof Node.Ignored ignored) {
                scope.report()
                        .add(
                                Code.IGNORED_RECORD_COMPONENT,
                                ignored.member().mapped(),
                                ignored.name(),
                                Compilation.shortName(element));
            } else if (!isFitForRecord(child)) {
                return Optional.of("its record " + element.getSimpleName() + " holds '" + child.name()
                        + "', which is not a plain value or a record of such");
            } else if (child instanceof Node.Kept kept && isCopied(kept.attribute())) {
                attributes.warnIfMutable(kept.member());
            }
        }
        return children.size() == element.getRecordComponents().size()
                ? Optional.empty()
                : Optional.of("its record " + element.getSimpleName() + " has components that are not persistent");
    }

    private static boolean isFitForRecord(Node child) {
        return child instanceof Node.Kept kept
                && (kept.attribute() instanceof Attribute.Basic
                        || (kept.attribute() instanceof Attribute.Embedded embedded
                                && embedded.embeddable().isRecord()));
    }

    private static boolean isCopied(Attribute attribute) {
        return attribute instanceof Attribute.Basic basic && !basic.copying().equals(Copying.NONE);
    }
}
