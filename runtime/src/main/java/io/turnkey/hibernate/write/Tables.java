package io.turnkey.hibernate.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a session factory. Read while it is built, since foreign keys are known only then; kept until it is closed.
 *
 * @param known all of them
 * @param byRoot by the root of a hierarchy, all that its rows consist of: its own tables, and the collection and join tables that it owns
 * @param cascades what a deletion takes along
 */
record Tables(Set<String> known, Map<Class<?>, Set<String>> byRoot, Cascades cascades) {
    private static final Map<String, Tables> BY_FACTORY = new ConcurrentHashMap<>();

    /** Those of {@code factory}; {@code null} if it was built without {@link CaptureIntegrator}. */
    static @Nullable Tables of(SessionFactoryImplementor factory) {
        return BY_FACTORY.get(factory.getUuid());
    }

    static void keep(SessionFactoryImplementor factory, Tables tables) {
        BY_FACTORY.put(factory.getUuid(), tables);
    }

    static void forget(SessionFactoryImplementor factory) {
        BY_FACTORY.remove(factory.getUuid());
    }

    static Tables read(Metadata metadata) {
        Set<String> known = new HashSet<>();
        metadata.collectTableMappings().forEach(table -> named(table, known::add));
        Map<Class<?>, Set<String>> byRoot = new HashMap<>();
        Map<KeyColumns, Class<?>> ownKeys = new HashMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            Class<?> root = root(entity);
            if (root != null) {
                Set<String> tables = byRoot.computeIfAbsent(root, ignored -> new HashSet<>());
                own(entity.getTable(), entity.getKey().getSelectables(), root, tables, ownKeys);
                for (Join join : entity.getJoins()) {
                    own(join.getTable(), join.getKey().getSelectables(), root, tables, ownKeys);
                }
                entity.getSynchronizedTables().forEach(table -> tables.add(Sql.normal(table)));
            }
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            Class<?> root = root(collection.getOwner());
            if (root != null && !collection.isInverse() && !collection.isOneToMany()) {
                own(
                        collection.getCollectionTable(),
                        collection.getKey().getSelectables(),
                        root,
                        byRoot.computeIfAbsent(root, ignored -> new HashSet<>()),
                        ownKeys);
            }
        }
        return new Tables(known, byRoot, Cascades.read(metadata, byRoot, ownKeys));
    }

    /** The tables of the model of this entity; all, if Hibernate does not say. */
    Set<String> of(Class<?> root) {
        return byRoot.getOrDefault(root, known);
    }

    static void named(Table table, Consumer<String> then) {
        String name = table.getName();
        if (name != null) {
            then.accept(Sql.normal(name));
        }
    }

    private static void own(
            Table table, List<Selectable> key, Class<?> root, Set<String> tables, Map<KeyColumns, Class<?>> ownKeys) {
        named(table, name -> {
            tables.add(name);
            ownKeys.put(KeyColumns.of(name, key), root);
        });
    }

    /** {@code null} for an entity without a class. */
    private static @Nullable Class<?> root(PersistentClass entity) {
        return entity.getRootClass().getClassName() == null
                ? null
                : entity.getRootClass().getMappedClass();
    }

    /** The columns by which a table says whose row it belongs to. */
    record KeyColumns(String table, Set<String> columns) {
        static KeyColumns of(String table, List<? extends Selectable> columns) {
            Set<String> names = new HashSet<>();
            for (Selectable column : columns) {
                names.add(column instanceof Column named ? named.getName() : column.getText());
            }
            return new KeyColumns(table, names);
        }
    }
}
