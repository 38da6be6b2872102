package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Embeddable;
import java.util.List;
import javax.lang.model.element.ElementKind;
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
        boolean creatable = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && scope.compilation().isVisible(constructor, scope.packageName()));
        if (!creatable) {
            scope.compilation().lombok().await(type);
        }
        return creatable && !type.getModifiers().contains(Modifier.ABSTRACT);
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
