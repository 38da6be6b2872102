package io.turnkey.hibernate.write;

import io.turnkey.hibernate.write.References.Reference;
import io.turnkey.hibernate.write.Tables.KeyColumns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a deletion does to other tables, without an event of Hibernate: what the database does by {@code on delete cascade}, {@code set null}, {@code set default}, and which {@link References} read otherwise from then on.
 */
final class Cascades {
    private static final Cascades NONE = new Cascades(Map.of(), Map.of(), Map.of());

    private final Map<String, List<Edge>> edges;
    private final Map<String, List<Reference>> references;
    private final Map<Class<?>, Set<String>> tables;

    private Cascades(
            Map<String, List<Edge>> edges, Map<String, List<Reference>> references, Map<Class<?>, Set<String>> tables) {
        this.edges = edges;
        this.references = references;
        this.tables = tables;
    }

    /** Those of {@code factory}; none, if it was built without {@link CaptureIntegrator}. */
    static Cascades of(SessionFactoryImplementor factory) {
        Tables known = Tables.of(factory);
        return known == null ? NONE : known.cascades();
    }

    static Cascades read(Metadata metadata, Map<Class<?>, Set<String>> tables, Map<KeyColumns, Class<?>> ownKeys) {
        Map<String, List<Edge>> edges = new HashMap<>();
        for (Table table : metadata.collectTableMappings()) {
            for (ForeignKey key : table.getForeignKeyCollection()) {
                Table referenced = referenced(key, metadata);
                if (referenced != null && changesChildren(key)) {
                    Tables.named(
                            referenced,
                            parent -> Tables.named(
                                    table,
                                    child -> edges.computeIfAbsent(parent, ignored -> new ArrayList<>())
                                            .add(new Edge(
                                                    child, ownKeys.get(KeyColumns.of(child, key.getColumns()))))));
                }
            }
        }
        return new Cascades(edges, References.read(metadata), tables);
    }

    /**
     * The models of which rows may change, without an event, when a row of this model is deleted; the roots of their hierarchies. The model itself is among them only if other rows of its own may be.
     */
    Set<Class<?>> children(Class<?> root) {
        Set<String> elsewhere = new HashSet<>();
        Set<String> own = new HashSet<>();
        Set<String> referring = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        tables.getOrDefault(root, Set.of()).forEach(table -> open.add(new Step(table, false)));
        for (Step step = open.poll(); step != null; step = open.poll()) {
            if ((step.elsewhere ? elsewhere : own).add(step.table)) {
                addHolders(step.table, referring);
                for (Edge edge : edges.getOrDefault(step.table, List.of())) {
                    open.add(new Step(edge.child, step.elsewhere || edge.owner != root));
                }
            }
        }
        elsewhere.addAll(referring);
        return tables.entrySet().stream()
                .filter(model -> model.getValue().stream().anyMatch(elsewhere::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Adds to {@code written} whatever a deletion there takes along. */
    void follow(Set<String> written) {
        Deque<String> open = new ArrayDeque<>(written);
        Set<String> referring = new HashSet<>();
        for (String table = open.poll(); table != null; table = open.poll()) {
            addHolders(table, referring);
            for (Edge edge : edges.getOrDefault(table, List.of())) {
                if (written.add(edge.child)) {
                    open.add(edge.child);
                }
            }
        }
        written.addAll(referring);
    }

    /** Adds to {@code written} what reads otherwise once these columns there are updated. */
    void followMarks(Set<String> written, Set<String> columns) {
        List<String> referring = written.stream()
                .flatMap(table -> references.getOrDefault(table, List.of()).stream())
                .filter(reference -> reference.isChangedBy(columns))
                .map(Reference::holder)
                .toList();
        written.addAll(referring);
    }

    private void addHolders(String target, Set<String> holders) {
        references.getOrDefault(target, List.of()).forEach(reference -> holders.add(reference.holder()));
    }

    private static @Nullable Table referenced(ForeignKey key, Metadata metadata) {
        if (key.getReferencedTable() != null || key.getReferencedEntityName() == null) {
            return key.getReferencedTable();
        }
        PersistentClass entity = metadata.getEntityBinding(key.getReferencedEntityName());
        return entity == null ? null : entity.getTable();
    }

    private static boolean changesChildren(ForeignKey key) {
        String definition = key.getKeyDefinition();
        if (definition != null) {
            String words = definition.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            if (words.contains("on delete cascade") || words.contains("on delete set")) {
                return true;
            }
        }
        if (key.getOnDeleteAction() == null) {
            return false;
        }
        return switch (key.getOnDeleteAction()) {
            case CASCADE, SET_NULL, SET_DEFAULT -> true;
            case NO_ACTION, RESTRICT -> false;
        };
    }

    /** @param owner the model whose very row the child's row is a part of; {@code null} if it is a row of its own */
    private record Edge(String child, @Nullable Class<?> owner) {}

    /** @param elsewhere whether the rows there are no part of the row that was deleted */
    private record Step(String table, boolean elsewhere) {}
}
