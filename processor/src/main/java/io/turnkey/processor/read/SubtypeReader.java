package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.CachedSubtype;
import io.turnkey.processor.model.Id;
import io.turnkey.processor.model.View;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads an entity below the root of a hierarchy that has a cache. */
public final class SubtypeReader {
    private final Compilation compilation;

    /** For the classes of one compilation. */
    public SubtypeReader(Compilation compilation) {
        this.compilation = compilation;
    }

    /**
     * Reads an entity; empty if it is not below a root with {@code @Cacheable}, is abstract, or the report has errors.
     *
     * @throws Unready if something of it is still to be generated
     */
    public Optional<CachedSubtype> read(TypeElement type, Report report) {
        List<Level> levels = Level.of((DeclaredType) type.asType(), compilation);
        Optional<TypeElement> root =
                ClassChecks.entityAbove(levels).filter(above -> Mirror.isOn(above, Names.CACHEABLE));
        if (root.isEmpty() || Mirror.isOn(type, Names.CACHEABLE)) {
            return Optional.empty();
        }
        if (!ClassChecks.isHierarchy(root.get())) {
            report.add(
                    Code.ROOT_WITHOUT_INHERITANCE,
                    type,
                    Compilation.shortName(type),
                    Compilation.shortName(root.get()));
            return Optional.empty();
        }
        ClassChecks.check(type, report);
        Optional<CachedSubtype> subtype = read(type, root.get(), report);
        boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
        return report.hasErrors() || isAbstract ? Optional.empty() : subtype;
    }

    private Optional<CachedSubtype> read(TypeElement type, TypeElement root, Report report) {
        ClassName rootSnapshot = Compilation.beside(root, "Snapshot");
        Scope scope = Scope.of(compilation, type, report, rootSnapshot);
        EntityAttributes read = EntityAttributes.of(scope, root, new ComponentNames());
        checkKeys(read, root, report);
        List<Attribute> attributes = EmbeddableReader.kept(read.all());
        ClassChecks.checkSize(attributes, type, report);
        Scope muted = scope.muted();
        Optional<Id> id = new IdReader(muted).read(read.levels(), read.inherited());
        Optional<View> view =
                new ViewReader(muted, Mirror.find(root, Names.CACHEABLE).orElseThrow(), read.inherited()).read();
        boolean mergeable = new Mergeability(scope).of(type, read.all());
        return id.map(found -> new CachedSubtype(
                ClassName.get(type),
                ClassName.get(root),
                rootSnapshot,
                Compilation.beside(type, "Snapshot"),
                Compilation.beside(type, "Subtype"),
                ClassChecks.isPublic(type),
                found,
                attributes,
                view,
                mergeable));
    }

    private static void checkKeys(EntityAttributes read, TypeElement root, Report report) {
        String above = Compilation.shortName(root);
        for (Node node : read.own()) {
            node.member()
                    .marker(Names.KEY_FIELD)
                    .ifPresent(key -> key.report(report, Code.SUBCLASS_KEY, Scope.nameOf(node.member()), above));
        }
        for (Level level : read.levels()) {
            if (level.element().equals(root)) {
                break;
            }
            String name = Compilation.shortName(level.element());
            KeyReader.declared(level).forEach(key -> key.report(report, Code.SUBCLASS_KEY, name, above));
        }
    }
}
