package io.turnkey.processor.read;

import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Finds Turnkey's annotations in classes that have no cache. */
public final class Strays {
    private static final List<String> WRONG = List.of(
            "jakarta.persistence.Cacheable",
            "javax.persistence.Cacheable",
            "org.springframework.cache.annotation.Cacheable",
            "io.micronaut.cache.annotation.Cacheable");

    private final Compilation compilation;

    /** For the classes of one compilation. */
    public Strays(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Checks {@code @KeyField}, {@code @KeyFields} and {@code @CacheIgnore} in a class, on it and on its members. */
    public void check(TypeElement owner, Report report) {
        if (Mirror.isOn(owner, Names.CACHEABLE, Names.MAPPED_SUPERCLASS)) {
            return;
        }
        boolean embeddable = Mirror.isOn(owner, Names.EMBEDDABLE);
        if (!embeddable && isInHierarchy(owner)) {
            return;
        }
        annotations(owner, owner, embeddable, report);
        for (Element member : owner.getEnclosedElements()) {
            boolean repeated = owner.getKind() == ElementKind.RECORD && member.getKind() != ElementKind.FIELD;
            if (!repeated) {
                annotations(member, owner, embeddable, report);
            }
        }
    }

    private boolean isInHierarchy(TypeElement owner) {
        return ClassChecks.isEntity(owner)
                && ClassChecks.entityAbove(Level.of((DeclaredType) owner.asType(), compilation))
                        .filter(root -> Mirror.isOn(root, Names.CACHEABLE))
                        .isPresent();
    }

    private static void annotations(Element element, TypeElement owner, boolean embeddable, Report report) {
        String name = Compilation.shortName(owner);
        for (Mirror mirror : Mirror.all(element)) {
            boolean key = List.of(Names.KEY_FIELD, Names.KEY_FIELDS, Names.KEY_FIELDS_LIST)
                    .contains(mirror.type());
            if (embeddable && key) {
                mirror.report(report, Code.KEY_IN_EMBEDDABLE, element.getSimpleName(), name);
            } else if (!embeddable && (key || mirror.type().equals(Names.CACHE_IGNORE))) {
                misplaced(mirror, owner, name, report);
            }
        }
    }

    private static void misplaced(Mirror mirror, TypeElement owner, String name, Report report) {
        String annotation = mirror.type().equals(Names.KEY_FIELDS_LIST)
                ? "@KeyFields"
                : "@" + mirror.declaration().getSimpleName();
        Optional<String> wrong =
                WRONG.stream().filter(each -> Mirror.isOn(owner, each)).findFirst();
        wrong.ifPresentOrElse(
                each -> mirror.report(report, Code.WRONG_CACHEABLE, annotation, name, "@" + each),
                () -> mirror.report(report, Code.NOT_CACHEABLE, annotation, name));
    }
}
