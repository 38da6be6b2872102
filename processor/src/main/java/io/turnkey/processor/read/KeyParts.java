package io.turnkey.processor.read;

import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Copying;
import io.turnkey.processor.model.Key;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/** Decides whether an attribute can be a key, or a part of one. */
final class KeyParts {
    private final Scope scope;
    private final Report report;

    KeyParts(Scope scope) {
        this.scope = scope;
        this.report = scope.report();
    }

    /** The part; empty if the attribute cannot be one, which is then reported at {@code place}. */
    Optional<Key.Part> of(List<Node> path, Place place) {
        Node leaf = path.get(path.size() - 1);
        String name = path.stream().map(Node::name).collect(Collectors.joining("."));
        for (Node node : path) {
            if (!(node instanceof Node.Kept)) {
                reject(node, name, place);
                return Optional.empty();
            }
        }
        return leaf instanceof Node.Kept kept && isFit(kept, name, place)
                ? Optional.of(new Key.Part(path.stream()
                        .map(node -> ((Node.Kept) node).attribute())
                        .toList()))
                : Optional.empty();
    }

    private void reject(Node node, String name, Place place) {
        if (node instanceof Node.Ignored) {
            place.report(report, Code.KEY_IGNORED, name);
        } else if (node instanceof Node.Unsupported unsupported && !unsupported.failed()) {
            place.report(report, Code.KEY_UNSUPPORTED, name, unsupported.reason());
        } else if (node instanceof Node.Inverse inverse) {
            if (inverse.member().has(Names.ONE_TO_ONE)) {
                place.report(report, Code.KEY_ON_INVERSE, name, Scope.nameOf(inverse.member()));
            } else {
                place.report(report, Code.KEY_ON_COLLECTION, name);
            }
        }
    }

    private boolean isFit(Node.Kept leaf, String name, Place place) {
        Attribute attribute = leaf.attribute();
        if (attribute instanceof Attribute.Plural) {
            place.report(report, Code.KEY_ON_COLLECTION, name);
            return false;
        }
        if (attribute instanceof Attribute.Embedded || attribute instanceof Attribute.EmbeddedId) {
            place.report(report, Code.KEY_ON_EMBEDDED, name);
            return false;
        }
        if (leaf.member().has(Names.LOB)) {
            place.report(report, Code.KEY_ON_LOB, name);
            return false;
        }
        return !(attribute instanceof Attribute.Basic basic) || isFit(leaf, basic, name, place);
    }

    private boolean isFit(Node.Kept leaf, Attribute.Basic basic, String name, Place place) {
        TypeMirror type = leaf.type().orElseThrow();
        if (!basic.copying().equals(Copying.NONE)
                || scope.values().isMutable(type)
                || !scope.values().hasEquals(type)) {
            place.report(report, Code.KEY_MUTABLE, name, IdReader.nameOf(type));
            return false;
        }
        if (scope.values().isInexact(type)) {
            place.report(
                    report,
                    Code.INEXACT_KEY,
                    name,
                    IdReader.nameOf(scope.compilation().boxed(type)));
        }
        return true;
    }
}
