package io.turnkey.processor.read;

import com.palantir.javapoet.TypeName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Embeddable;
import io.turnkey.processor.model.Id;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the id of an entity. */
final class IdReader {
    private final Scope scope;
    private final Report report;

    IdReader(Scope scope) {
        this.scope = scope;
        this.report = scope.report();
    }

    /** Whether an attribute is the id, or a part of it. */
    static boolean isId(Node node) {
        return node.member().has(Names.ID, Names.EMBEDDED_ID);
    }

    /** The id; empty if something is wrong with it, which is then reported. */
    Optional<Id> read(List<Level> levels, List<Node> nodes) {
        List<Node> ids = nodes.stream().filter(IdReader::isId).toList();
        String entity = Compilation.shortName(scope.entity());
        if (ids.isEmpty()) {
            levels.forEach(level -> scope.compilation().lombok().await(level.element()));
            report.add(Code.NO_ID, scope.entity(), entity);
            return Optional.empty();
        }
        if (!ids.stream().allMatch(this::isKept)) {
            return Optional.empty();
        }
        Optional<Mirror> idClass = levels.stream()
                .flatMap(level -> Mirror.find(level.element(), Names.ID_CLASS).stream())
                .findFirst();
        List<Node.Kept> kept = ids.stream().map(Node.Kept.class::cast).toList();
        if (idClass.isPresent()) {
            return new IdClassReader(scope).read(idClass.get(), kept);
        }
        if (kept.size() > 1) {
            report.add(
                    Code.NO_ID_CLASS,
                    scope.entity(),
                    entity,
                    kept.stream().map(Node::name).collect(Collectors.joining(", ")));
            return Optional.empty();
        }
        return single(kept.get(0));
    }

    private boolean isKept(Node node) {
        if (node instanceof Node.Ignored ignored) {
            report.add(Code.ID_IGNORED, ignored.member().mapped(), node.name(), Scope.nameOf(node.member()));
        } else if (node instanceof Node.Unsupported unsupported && !unsupported.failed()) {
            unfit(node, unsupported.reason());
        } else if (node instanceof Node.Inverse) {
            unfit(node, "it is the inverse side of an association");
        }
        return node instanceof Node.Kept;
    }

    private Optional<Id> single(Node.Kept node) {
        TypeMirror type = node.type().orElseThrow();
        if (node.attribute() instanceof Attribute.Plural) {
            return unfit(node, "it is a collection");
        }
        if (!scope.values().hasEquals(type)) {
            report.add(Code.ID_WITHOUT_EQUALS, node.member().mapped(), nameOf(type));
            return Optional.empty();
        }
        if (node.attribute() instanceof Attribute.EmbeddedId embedded) {
            Optional<String> unfit = whyNotCopied(embedded.embeddable(), (DeclaredType) type);
            return unfit.isPresent() ? unfit(node, unfit.get()) : Optional.of(new Id.Embedded(embedded));
        }
        TypeName boxed = TypeName.get(scope.compilation().boxed(type));
        return Optional.of(new Id.Simple(boxed, node.attribute()));
    }

    private Optional<String> whyNotCopied(Embeddable embeddable, DeclaredType type) {
        if (embeddable.isRecord()) {
            return Optional.empty();
        }
        if (!new Mergeability(scope).isCreatable(Compilation.element(type))) {
            return Optional.of("its class has no constructor without arguments that this package can call");
        }
        return embeddable.attributes().stream()
                .filter(each -> each.common().access().write() instanceof Access.None)
                .findFirst()
                .map(fixed -> "its attribute '" + fixed.name() + "' is final; make it a record");
    }

    private Optional<Id> unfit(Node node, String reason) {
        report.add(Code.ID_TYPE, node.member().mapped(), node.name(), Compilation.shortName(scope.entity()), reason);
        return Optional.empty();
    }

    static String nameOf(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? Compilation.shortName(Compilation.element(declared))
                : type.toString();
    }
}
