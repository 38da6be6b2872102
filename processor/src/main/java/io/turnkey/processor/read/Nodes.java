package io.turnkey.processor.read;

import io.turnkey.processor.model.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds nodes by the names of attributes, with dots through embeddables. */
record Nodes(List<Node> roots) {
    /** The nodes from the entity to the one that {@code path} names. */
    Optional<List<Node>> at(String path) {
        List<Node> found = new ArrayList<>();
        List<Node> level = roots;
        for (String name : path.split("\\.", -1)) {
            Optional<Node> next =
                    level.stream().filter(node -> node.name().equals(name)).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found.add(next.get());
            level = children(next.get());
        }
        return Optional.of(found);
    }

    /** The path of the first node that is in the snapshot and fits. */
    Optional<String> find(Predicate<Node.Kept> fits) {
        return kept("", roots).stream()
                .filter(found -> fits.test(found.node()))
                .map(Found::path)
                .findFirst();
    }

    /** The names of all that is in the snapshot. */
    List<String> names() {
        return kept("", roots).stream().map(Found::path).toList();
    }

    private record Found(String path, Node.Kept node) {}

    private static List<Found> kept(String prefix, List<Node> nodes) {
        List<Found> found = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Node.Kept kept) {
                found.add(new Found(prefix + node.name(), kept));
                found.addAll(kept(prefix + node.name() + ".", children(kept)));
            }
        }
        return found;
    }

    private static List<Node> children(Node node) {
        return node instanceof Node.Kept kept && !(kept.attribute() instanceof Attribute.Plural)
                ? kept.children()
                : List.of();
    }
}
