package io.turnkey.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The untyped twins of the typed operations: finds a key by its name and checks the value's type. */
final class NamedKeys<S, ID> {
    private final String model;
    private final Map<String, Key<S, ?>> keys = new LinkedHashMap<>();

    NamedKeys(CacheEngine<S, ID> engine) {
        model = engine.model().name();
        KeyModel<S, ID> id = engine.model().id();
        keys.put(id.name(), new UniqueNamed<>(model, id, engine.byId()));
        engine.model().keys().forEach(key -> keys.put(key.name(), bind(engine, key)));
    }

    private <K> Key<S, K> bind(CacheEngine<S, ID> engine, KeyModel<S, K> key) {
        return key.unique()
                ? new UniqueNamed<>(model, key, engine.unique(key))
                : new ListNamed<>(model, key, engine.list(key));
    }

    Optional<S> get(String key, Object value) {
        return unique(key).get(value);
    }

    Map<Object, S> getMany(String key, Collection<?> values) {
        return unique(key).getMany(values);
    }

    List<S> list(String key, Object value) {
        if (find(key) instanceof ListNamed<S, ?> list) {
            return list.list(value);
        }
        throw new IllegalArgumentException("'" + key + "' is a unique key of " + model + ": use getByKey");
    }

    boolean isCached(String key, Object value) {
        return find(key).isCached(value);
    }

    void invalidate(String key, Object value) {
        find(key).invalidate(value);
    }

    void clear(String key) {
        find(key).clear();
    }

    private UniqueNamed<S, ?> unique(String key) {
        if (find(key) instanceof UniqueNamed<S, ?> unique) {
            return unique;
        }
        throw new IllegalArgumentException("'" + key + "' is not a unique key of " + model + ": use listByKey");
    }

    private Key<S, ?> find(String key) {
        Key<S, ?> found = keys.get(Objects.requireNonNull(key, "key"));
        if (found == null) {
            throw new IllegalArgumentException(model + " has no key '" + key + "'; it has " + keys.keySet());
        }
        return found;
    }

    /** A key with its index. */
    private sealed interface Key<S, K> {
        String model();

        KeyModel<S, K> key();

        boolean isCached(Object value);

        void invalidate(Object value);

        void clear();

        default K typed(Object value) {
            Objects.requireNonNull(value, key().name());
            if (!key().type().isInstance(value)) {
                throw new IllegalArgumentException("Key '" + key().name() + "' of " + model() + " is a "
                        + nameOf(key().type()) + ", but the value is a "
                        + nameOf(value.getClass()));
            }
            return key().type().cast(value);
        }

        /** As it is written in code, {@code UserCache.TenantIdAndLogin}, so that it can be copied from the message. */
        private static String nameOf(Class<?> type) {
            String written = type.getCanonicalName();
            return written == null ? type.getName() : written;
        }
    }

    private record UniqueNamed<S, K>(String model, KeyModel<S, K> key, UniqueIndex<K, S> index) implements Key<S, K> {
        Optional<S> get(Object value) {
            return index.get(typed(value));
        }

        Map<Object, S> getMany(Collection<?> values) {
            List<K> typed = new ArrayList<>(values.size());
            values.forEach(value -> typed.add(typed(value)));
            return index.getMany(typed).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        }

        @Override
        public boolean isCached(Object value) {
            return index.isCached(typed(value));
        }

        @Override
        public void invalidate(Object value) {
            index.invalidate(typed(value));
        }

        @Override
        public void clear() {
            index.clear();
        }
    }

    private record ListNamed<S, K>(String model, KeyModel<S, K> key, ListIndex<K, S> index) implements Key<S, K> {
        List<S> list(Object value) {
            return index.list(typed(value));
        }

        @Override
        public boolean isCached(Object value) {
            return index.isCached(typed(value));
        }

        @Override
        public void invalidate(Object value) {
            index.invalidate(typed(value));
        }

        @Override
        public void clear() {
            index.clear();
        }
    }
}
