package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.diagnostic.Suggestion;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;

/** Reads {@code @KeyField} and {@code @KeyFields}. */
final class KeyReader {
    /** What a composite key may not be called, since every cache has it already. */
    private static final Map<String, String> RESERVED =
            Map.of("Key", "the untyped getter of every cache", "Builder", "the builder of every cache");

    private final Scope scope;
    private final Report report;
    private final ClassName cache;
    private final List<Node> nodes;
    private final KeyParts parts;
    private final Constraints constraints;
    private final List<Key> keys = new ArrayList<>();
    private final Map<String, String> suffixes = new HashMap<>();

    KeyReader(Scope scope, ClassName cache, List<Node> nodes) {
        this.scope = scope;
        this.report = scope.report();
        this.cache = cache;
        this.nodes = nodes;
        this.parts = new KeyParts(scope);
        this.constraints = new Constraints(scope.entity(), nodes);
        suffixes.put("Id", "the id");
    }

    /** The keys: those of attributes in their order, then those of the classes, the uppermost first. */
    List<Key> read(List<Level> levels) {
        boolean compositeId = nodes.stream().filter(IdReader::isId).count() > 1;
        for (Node node : nodes) {
            node.member().marker(Names.KEY_FIELD).ifPresent(mirror -> single(node, mirror, compositeId));
        }
        for (int i = levels.size() - 1; i >= 0; i--) {
            declared(levels.get(i)).forEach(this::composite);
        }
        return keys;
    }

    /** Those of a class, the repeated ones too. */
    static Stream<Mirror> declared(Level level) {
        return Mirror.all(level.element()).stream().flatMap(mirror -> switch (mirror.type()) {
            case Names.KEY_FIELDS -> Stream.of(mirror);
            case Names.KEY_FIELDS_LIST -> mirror.nested("value").stream();
            default -> Stream.empty();
        });
    }

    private void single(Node node, Mirror mirror, boolean compositeId) {
        if (IdReader.isId(node) && !compositeId) {
            mirror.report(report, Code.KEY_IS_ID, node.name(), entity());
            return;
        }
        boolean unique = mirror.flag("unique");
        Place place = Place.of(mirror);
        Optional<Key.Part> part = parts.of(List.of(node), place);
        if (part.isEmpty()) {
            return;
        }
        if (unique && node.member().has(Names.MANY_TO_ONE) && !constraints.cover(List.of(List.of(node)))) {
            place.report(report, Code.KEY_NOT_UNIQUE, node.name());
            return;
        }
        String name = nameOf(node);
        boolean added = add(name, unique, List.of(part.get()), Optional.empty(), place, "the key '" + name + "'");
        if (added && unique && !constraints.cover(List.of(List.of(node)))) {
            place.report(report, Code.UNIQUE_WITHOUT_CONSTRAINT, name, "@Column(unique = true)");
        }
    }

    private void composite(Mirror mirror) {
        List<List<Node>> paths = new ArrayList<>();
        List<Key.Part> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<AnnotationValue> values = mirror.list("value");
        if (values.size() < 2) {
            mirror.reportMember(report, Code.TOO_FEW_ATTRIBUTES, "value", entity(), values.size());
        }
        for (AnnotationValue value : values) {
            String path = String.valueOf(value.getValue());
            Place place = new Place(mirror, Optional.of(value));
            if (!seen.add(path)) {
                place.report(report, Code.REPEATED_ATTRIBUTE, entity(), path);
                continue;
            }
            Optional<List<Node>> named = new Nodes(nodes).at(path);
            if (named.isEmpty()) {
                unknown(path, place);
            }
            named.flatMap(each -> parts.of(each, place)).ifPresent(part -> {
                found.add(part);
                paths.add(named.get());
            });
        }
        if (found.size() == values.size() && found.size() >= 2) {
            composite(mirror, found, paths);
        }
    }

    private void composite(Mirror mirror, List<Key.Part> found, List<List<Node>> paths) {
        String given = mirror.text("name");
        String joined = paths.stream()
                .map(path -> path.stream()
                        .map(node -> Beans.capitalized(nameOf(node)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("And"));
        if (!given.isEmpty() && !given.matches("[A-Za-z][A-Za-z0-9]*")) {
            mirror.reportMember(report, Code.KEY_NAME, "name", given, "getBy…");
            return;
        }
        String suffix = given.isEmpty() ? joined : Beans.capitalized(given);
        Place place = Place.of(mirror);
        String name = Beans.decapitalized(suffix);
        boolean unique = mirror.flag("unique");
        boolean added =
                add(name, unique, found, Optional.of(cache.nestedClass(suffix)), place, "the key '" + name + "'");
        if (added && unique && !constraints.cover(paths)) {
            place.report(
                    report,
                    Code.UNIQUE_WITHOUT_CONSTRAINT,
                    name,
                    "@Table(uniqueConstraints = @UniqueConstraint(columnNames = …))");
        }
    }

    private boolean add(
            String name,
            boolean unique,
            List<Key.Part> found,
            Optional<ClassName> composite,
            Place place,
            String description) {
        String suffix = composite.map(ClassName::simpleName).orElseGet(() -> Beans.capitalized(name));
        String other = composite.isPresent() && RESERVED.containsKey(suffix)
                ? RESERVED.get(suffix)
                : suffixes.putIfAbsent(suffix, description);
        if (other != null) {
            String method = (unique ? "getBy" : "listBy") + suffix;
            place.report(report, Code.METHOD_COLLISION, description, other, method);
            return false;
        }
        keys.add(new Key(name, suffix, unique, found, composite));
        return true;
    }

    private void unknown(String path, Place place) {
        List<String> names = new Nodes(nodes).names();
        String association = association(path);
        place.report(
                report,
                Code.UNKNOWN_ATTRIBUTE,
                entity(),
                path,
                association.isEmpty() ? Suggestion.of(path, names) : association,
                String.join(", ", names));
    }

    /** A path through an association, such as {@code organization.id}: its name alone already stands for the id. */
    private String association(String path) {
        String first = path.split("\\.", 2)[0];
        boolean through = !first.equals(path)
                && new Nodes(nodes)
                        .at(first)
                        .filter(found -> isReference(found.get(0)))
                        .isPresent();
        return through ? "Write '" + first + "': the key of an association is its target's id. " : "";
    }

    private static String nameOf(Node node) {
        return isReference(node) ? node.name() + "Id" : node.name();
    }

    private static boolean isReference(Node node) {
        return node instanceof Node.Kept kept && kept.attribute() instanceof Attribute.Reference;
    }

    private String entity() {
        return Compilation.shortName(scope.entity());
    }
}
