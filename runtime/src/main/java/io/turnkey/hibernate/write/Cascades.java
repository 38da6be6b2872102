package io.turnkey.hibernate.write;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** What the database does to other tables when rows are deleted: {@code on delete cascade}, {@code set null}, {@code set default}. Hibernate raises no event for it. */
final class Cascades {
    private static final Cascades NONE = new Cascades(Map.of(), Map.of());

    private final Map<String, List<Edge>> edges;
    private final Map<Class<?>, Set<String>> tables;
    private final Map<Class<?>, Set<Class<?>>> children = new ConcurrentHashMap<>();

    private Cascades(Map<String, List<Edge>> edges, Map<Class<?>, Set<String>> tables) {
        this.edges = edges;
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
        return new Cascades(edges, tables);
    }

    /**
     * The models of which rows may change, without an event, when a row of this model is deleted; the roots of their hierarchies. The model itself is among them only if other rows of its own may be.
     */
    Set<Class<?>> children(Class<?> root) {
        return children.computeIfAbsent(root, this::findChildren);
    }

    private Set<Class<?>> findChildren(Class<?> root) {
        Set<String> elsewhere = new HashSet<>();
        Set<String> own = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        tables.getOrDefault(root, Set.of()).forEach(table -> open.add(new Step(table, false)));
        for (Step step = open.poll(); step != null; step = open.poll()) {
            if ((step.elsewhere ? elsewhere : own).add(step.table)) {
                for (Edge edge : edges.getOrDefault(step.table, List.of())) {
                    open.add(new Step(edge.child, step.elsewhere || edge.owner != root));
                }
            }
        }
        return tables.keySet().stream()
                .filter(model -> tables.get(model).stream().anyMatch(elsewhere::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Adds to {@code written} whatever a deletion there takes along. */
    void follow(Set<String> written) {
        Deque<String> open = new ArrayDeque<>(written);
        for (String table = open.poll(); table != null; table = open.poll()) {
            for (Edge edge : edges.getOrDefault(table, List.of())) {
                if (written.add(edge.child)) {
                    open.add(edge.child);
                }
            }
        }
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
