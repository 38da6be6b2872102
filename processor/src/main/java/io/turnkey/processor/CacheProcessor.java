package io.turnkey.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.CachedSubtype;
import io.turnkey.processor.model.GeneratedNames;
import io.turnkey.processor.read.Compilation;
import io.turnkey.processor.read.EntityReader;
import io.turnkey.processor.read.Names;
import io.turnkey.processor.read.Strays;
import io.turnkey.processor.write.SourceOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Generates the cache and the snapshot of each entity with {@code @Cacheable}, and claims Turnkey's annotations. */
@AutoService(Processor.class)
public final class CacheProcessor extends TypeProcessor {
    /**
     * Entities whose descriptions are not written yet. The registry is written as soon as it has seen them, so they wait for a class that can be read in the
     * next round only, for example after Lombok; the caches, which are written at once, see to it that there is such a round.
     */
    private final Map<String, CachedEntity> read = new LinkedHashMap<>();

    private boolean held;

    /** For the compiler. */
    public CacheProcessor() {
        this(SourceOutput::new);
    }

    CacheProcessor(Function<Filer, Output> outputs) {
        super(outputs);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Names.CACHEABLE, Names.KEY_FIELD, Names.KEY_FIELDS, Names.KEY_FIELDS_LIST, Names.CACHE_IGNORE);
    }

    /** Claims the annotations: a compiler that is told to warn of all would complain of unclaimed ones. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        run(annotations, round);
        if (!isWaiting() || held) {
            read.forEach((name, entity) -> write(name, (output, type) -> output.writeModel(entity, type)));
            read.clear();
        }
        held |= !read.isEmpty();
        return true;
    }

    @Override
    Set<String> found(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> names = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                owner(element)
                        .ifPresent(owner -> names.add(owner.getQualifiedName().toString()));
            }
        }
        return names;
    }

    /** The class that an annotated element belongs to; a misplaced annotation, on a package for example, is the compiler's to report, and it does so after us. */
    private static Optional<TypeElement> owner(Element element) {
        for (Element each = element; each != null; each = each.getEnclosingElement()) {
            if (each instanceof TypeElement type) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    void handle(TypeElement type, Compilation compilation, Report report) {
        if (EntityReader.isCacheable(type)) {
            new EntityReader(compilation).read(type, report).ifPresent(result -> write(result, type, report));
        } else {
            new Strays(compilation).check(type, report);
        }
    }

    private void write(EntityReader.Result result, TypeElement type, Report report) {
        GeneratedNames names = result.entity().names();
        List<ClassName> generated = new ArrayList<>(List.of(names.snapshot(), names.cache(), names.model()));
        result.self().map(CachedSubtype::snapshot).ifPresent(generated::add);
        result.self().map(CachedSubtype::model).ifPresent(generated::add);
        outputFor(type, report, generated).ifPresent(output -> {
            output.write(result.entity(), type);
            read.put(type.getQualifiedName().toString(), result.entity());
            result.self().ifPresent(self -> output.write(self, type));
        });
    }
}
