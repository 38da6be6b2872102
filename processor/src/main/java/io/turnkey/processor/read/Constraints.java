package io.turnkey.processor.read;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** The unique constraints that an entity declares. */
final class Constraints {
    private final TypeElement entity;
    private final List<Node> nodes;

    Constraints(TypeElement entity, List<Node> nodes) {
        this.entity = entity;
        this.nodes = nodes;
    }

    /** Whether one of them makes these attributes, each with the embeddables it is in, unique. */
    boolean cover(List<List<Node>> key) {
        if (key.stream().anyMatch(Constraints::isUniqueAlone)) {
            return true;
        }
        Set<String> naturalId = nodes.stream()
                .filter(node -> node.member().has(Names.NATURAL_ID))
                .map(Node::name)
                .collect(Collectors.toSet());
        Set<String> attributes = key.stream().map(path -> path.get(0).name()).collect(Collectors.toSet());
        if (!naturalId.isEmpty() && attributes.containsAll(naturalId)) {
            return true;
        }
        Set<String> columns = key.stream().map(Constraints::column).collect(Collectors.toSet());
        return tableConstraints().anyMatch(columns::containsAll);
    }

    /** {@code true} also where an override may say so, which is not looked into. */
    private static boolean isUniqueAlone(List<Node> path) {
        Member leaf = path.get(path.size() - 1).member();
        boolean overridden =
                path.size() > 1 && path.get(0).member().has(Names.ATTRIBUTE_OVERRIDE, Names.ATTRIBUTE_OVERRIDES);
        return overridden
                || leaf.has(Names.ONE_TO_ONE)
                || Stream.of(Names.COLUMN, Names.JOIN_COLUMN)
                        .flatMap(annotation -> leaf.mapping(annotation).stream())
                        .anyMatch(column -> column.flag("unique"));
    }

    private static String column(List<Node> path) {
        Member leaf = path.get(path.size() - 1).member();
        String usual = leaf.has(Names.MANY_TO_ONE) ? leaf.name() + "_id" : leaf.name();
        return normalized(Stream.of(Names.COLUMN, Names.JOIN_COLUMN)
                .flatMap(annotation -> leaf.mapping(annotation).stream())
                .map(column -> column.text("name"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(usual));
    }

    private Stream<Set<String>> tableConstraints() {
        Optional<Mirror> table = Mirror.find(entity, Names.TABLE);
        Stream<Set<String>> constraints = table.stream()
                .flatMap(each -> each.nested("uniqueConstraints").stream())
                .map(constraint -> normalized(constraint.texts("columnNames")));
        Stream<Set<String>> indexes = table.stream()
                .flatMap(each -> each.nested("indexes").stream())
                .filter(index -> index.flag("unique"))
                .map(index -> normalized(Arrays.asList(index.text("columnList").split(","))));
        return Stream.concat(constraints, indexes);
    }

    private static Set<String> normalized(List<String> columns) {
        return columns.stream().map(Constraints::normalized).collect(Collectors.toCollection(HashSet::new));
    }

    /** As different naming strategies write it: {@code tenantId}, {@code TENANT_ID} and {@code tenant_id desc} are one. */
    private static String normalized(String column) {
        return column.strip().split(" ", 2)[0].replaceAll("[_\"`]", "").toLowerCase(Locale.ROOT);
    }
}
