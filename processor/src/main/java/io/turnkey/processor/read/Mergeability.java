package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Embeddable;
import io.turnkey.processor.model.Embeddable.Constructor;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Decides whether an entity can be made of its snapshot such that merging it changes nothing. */
final class Mergeability {
    private final Scope scope;

    Mergeability(Scope scope) {
        this.scope = scope;
    }

    boolean of(TypeElement entity, List<Node> nodes) {
        return !entity.getModifiers().contains(Modifier.ABSTRACT)
                && nodes.stream().allMatch(this::isComplete)
                && isCreatable(entity);
    }

    /** Whether generated code can call a constructor without arguments. */
    boolean isCreatable(TypeElement type) {
        return constructor(type) == Constructor.VISIBLE;
    }

    /** The constructor without arguments. */
    Constructor constructor(TypeElement type) {
        Optional<ExecutableElement> found = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .findFirst();
        boolean visible = found.filter(constructor -> scope.compilation().isVisible(constructor, scope.packageName()))
                .isPresent();
        if (!visible) {
            scope.compilation().lombok().await(type);
        }
        if (found.isEmpty() || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Constructor.NONE;
        }
        return visible ? Constructor.VISIBLE : Constructor.HIDDEN;
    }

    private boolean isComplete(Node node) {
        // Hibernate takes a merged collection for a changed one: it would raise the owner's version, or write a bag
        // anew.
        if (!(node instanceof Node.Kept kept) || !isWritten(kept) || kept.attribute() instanceof Attribute.Plural) {
            return false;
        }
        Attribute attribute = kept.attribute();
        return kept.children().stream().allMatch(this::isComplete)
                && (!(attribute instanceof Attribute.Embedded embedded) || isMade(embedded.embeddable()));
    }

    private static boolean isWritten(Node.Kept kept) {
        return kept.member().owner().getKind() == ElementKind.RECORD
                || !(kept.attribute().common().access().write() instanceof Access.None);
    }

    private boolean isMade(Embeddable embeddable) {
        TypeName type = embeddable.type();
        ClassName raw = type instanceof ParameterizedTypeName generic ? generic.rawType() : (ClassName) type;
        TypeElement element = scope.compilation().elements().getTypeElement(raw.canonicalName());
        return embeddable.isRecord() || isCreatable(element);
    }
}
