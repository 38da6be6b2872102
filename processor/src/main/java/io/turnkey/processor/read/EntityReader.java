package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.diagnostic.Suggestion;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.CachedSubtype;
import io.turnkey.processor.model.GeneratedNames;
import io.turnkey.processor.model.Id;
import io.turnkey.processor.model.Key;
import io.turnkey.processor.model.Option;
import io.turnkey.processor.model.View;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads an entity with {@code @Cacheable}. */
public final class EntityReader {
    private final Compilation compilation;

    /** For the classes of one compilation. */
    public EntityReader(Compilation compilation) {
        this.compilation = compilation;
    }

    /**
     * What is generated for an entity.
     *
     * @param self the root's own class, if the entity is the concrete root of a hierarchy
     */
    public record Result(CachedEntity entity, Optional<CachedSubtype> self) {}

    /** Whether a class carries {@code @Cacheable}. */
    public static boolean isCacheable(TypeElement type) {
        return Mirror.isOn(type, Names.CACHEABLE);
    }

    /**
     * Reads an entity; empty if the report has errors.
     *
     * @throws Unready if something of it is still to be generated
     */
    public Optional<Result> read(TypeElement type, Report report) {
        Mirror cacheable = Mirror.find(type, Names.CACHEABLE).orElseThrow();
        String name = Compilation.shortName(type);
        if (!ClassChecks.isEntity(type)) {
            cacheable.report(report, Code.NOT_AN_ENTITY, name);
            return Optional.empty();
        }
        Optional<TypeElement> root = ClassChecks.entityAbove(Level.of((DeclaredType) type.asType(), compilation));
        if (root.isPresent()) {
            cacheable.report(report, Code.SUBCLASS_CACHEABLE, name, Compilation.shortName(root.get()));
            return Optional.empty();
        }
        ClassChecks.check(type, report);
        Scope scope = Scope.of(compilation, type, report, names(type).snapshot());
        Optional<Result> result = read(scope, cacheable);
        return report.hasErrors() ? Optional.empty() : result;
    }

    private Optional<Result> read(Scope scope, Mirror cacheable) {
        TypeElement type = scope.entity();
        EntityAttributes read = EntityAttributes.of(scope);
        List<Node> nodes = read.inherited();
        List<Attribute> attributes = EmbeddableReader.kept(nodes);
        ClassChecks.checkSize(attributes, type, scope.report());
        Optional<Id> id = new IdReader(scope).read(read.levels(), nodes);
        List<Key> keys = new KeyReader(scope, names(type).cache(), nodes).read(read.levels());
        StrayKeys.check(read.levels(), nodes, scope.report());
        List<Option> options = new OptionReader(cacheable, scope.report()).read();
        Optional<String> updatedAt = updatedAt(scope, cacheable, nodes);
        Optional<View> view = new ViewReader(scope, cacheable, nodes).read();
        String name = modelName(scope, cacheable);
        boolean hierarchy = ClassChecks.isHierarchy(type);
        boolean mergeable = new Mergeability(scope).of(type, nodes);
        return id.map(found -> {
            CachedEntity entity = new CachedEntity(
                    name,
                    ClassName.get(type),
                    names(type),
                    ClassChecks.isPublic(type),
                    options,
                    found,
                    attributes,
                    keys,
                    version(nodes),
                    updatedAt,
                    view,
                    hierarchy,
                    mergeable && !hierarchy);
            boolean concrete = hierarchy && !type.getModifiers().contains(Modifier.ABSTRACT);
            return new Result(entity, concrete ? Optional.of(self(entity, type, mergeable)) : Optional.empty());
        });
    }

    private static CachedSubtype self(CachedEntity root, TypeElement type, boolean mergeable) {
        return new CachedSubtype(
                root.entity(),
                root.entity(),
                root.names().snapshot(),
                Compilation.beside(type, "SelfSnapshot"),
                Compilation.beside(type, "Subtype"),
                root.isPublic(),
                root.id(),
                root.attributes(),
                root.view(),
                mergeable);
    }

    static GeneratedNames names(TypeElement type) {
        return new GeneratedNames(
                Compilation.beside(type, "Snapshot"),
                Compilation.beside(type, "Cache"),
                Compilation.beside(type, "CacheModel"));
    }

    private static String modelName(Scope scope, Mirror cacheable) {
        String name = cacheable.text("name");
        if (name.isEmpty()) {
            return scope.entity().getSimpleName().toString();
        }
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            cacheable.reportMember(scope.report(), Code.MODEL_NAME, "name", name);
        }
        return name;
    }

    private static Optional<String> version(List<Node> nodes) {
        return nodes.stream()
                .filter(node -> node.member().has(Names.VERSION))
                .filter(Node.Kept.class::isInstance)
                .map(node -> ((Node.Kept) node).attribute().component())
                .findFirst();
    }

    private static Optional<String> updatedAt(Scope scope, Mirror cacheable, List<Node> nodes) {
        Nodes known = new Nodes(nodes);
        String path = cacheable.text("updatedAt");
        if (path.isEmpty()) {
            return known.find(node -> node.member().has(Names.UPDATE_TIMESTAMP)
                    && node.type().filter(scope.values()::isTime).isPresent());
        }
        Optional<List<Node>> named = known.at(path);
        Optional<Node> leaf = named.map(nodesOf -> nodesOf.get(nodesOf.size() - 1));
        if (leaf.isEmpty() || !(leaf.get() instanceof Node.Kept kept)) {
            List<String> names = known.names();
            cacheable.reportMember(
                    scope.report(),
                    Code.UNKNOWN_ATTRIBUTE,
                    "updatedAt",
                    Compilation.shortName(scope.entity()),
                    path,
                    Suggestion.of(path, names),
                    String.join(", ", names));
            return Optional.empty();
        }
        if (kept.type().filter(scope.values()::isTime).isEmpty()) {
            cacheable.reportMember(scope.report(), Code.UPDATED_AT_TYPE, "updatedAt", path);
            return Optional.empty();
        }
        return Optional.of(path);
    }
}
