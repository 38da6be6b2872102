package io.turnkey.spi;

import io.turnkey.CacheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.invoke.MethodHandles.Lookup;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The concrete classes of a hierarchy. The root's own code cannot name them, since a subclass may be added without compiling the root again; the
 * registry lists them in the resource {@code META-INF/turnkey/<binary name of the root>}, one generated class a line, which is read once.
 *
 * @param <E> the root entity
 * @param <S> the root's snapshot
 */
public final class Subtypes<E, S> {
    /** The folder of the resources. */
    public static final String FOLDER = "META-INF/turnkey/";

    private final Class<E> root;
    private final Lookup lookup;
    private volatile @Nullable Map<Class<?>, Subtype<?, ? extends S>> resolved;

    /**
     * The subtypes of {@code root}.
     *
     * @param lookup of a generated class beside the root, so that its classes can be reached inside a named module
     */
    public Subtypes(Class<E> root, Lookup lookup) {
        this.root = root;
        this.lookup = lookup;
    }

    /** How each concrete class is read. */
    public List<Projection<? extends S>> projections() {
        List<Projection<? extends S>> projections = new ArrayList<>();
        subtypes().values().forEach(subtype -> projections.add(subtype.projection()));
        return projections;
    }

    /** What the snapshot of each concrete class consists of. */
    public List<SnapshotShape<? extends S>> shapes() {
        List<SnapshotShape<? extends S>> shapes = new ArrayList<>();
        subtypes().values().forEach(subtype -> shapes.add(shape(subtype)));
        return shapes;
    }

    private static <T> SnapshotShape<T> shape(Subtype<?, T> subtype) {
        return new SnapshotShape<>(subtype.entity(), subtype.shape().get());
    }

    /**
     * The snapshot of {@code entity}, which may be a lazy proxy.
     *
     * @throws CacheException if its class is not listed
     */
    public S of(E entity) {
        Object real = Caches.unproxy(entity);
        Subtype<?, ? extends S> subtype = null;
        for (Class<?> type = real.getClass();
                subtype == null && type != null && root.isAssignableFrom(type);
                type = type.getSuperclass()) {
            subtype = subtypes().get(type);
        }
        if (subtype == null) {
            throw new CacheException(real.getClass().getName() + " is not listed as a subclass of " + root.getName()
                    + " in " + resource() + ": compile it with turnkey-processor on the annotation processor path");
        }
        return snapshot(subtype, real);
    }

    private static <T, S> S snapshot(Subtype<T, S> subtype, Object entity) {
        return subtype.of().apply(subtype.entity().cast(entity));
    }

    private Map<Class<?>, Subtype<?, ? extends S>> subtypes() {
        Map<Class<?>, Subtype<?, ? extends S>> known = resolved;
        if (known == null) {
            known = load();
            resolved = known;
        }
        return known;
    }

    private Map<Class<?>, Subtype<?, ? extends S>> load() {
        Map<Class<?>, Subtype<?, ? extends S>> found = new LinkedHashMap<>();
        try {
            for (URL url :
                    Collections.list(lookup.lookupClass().getClassLoader().getResources(resource()))) {
                for (String name : lines(url)) {
                    Subtype<?, ? extends S> subtype = subtype(name);
                    found.put(subtype.entity(), subtype);
                }
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new CacheException(
                    "The subclasses of " + root.getName() + " could not be read from " + resource()
                            + ": compile them again",
                    e);
        }
        return Collections.unmodifiableMap(found);
    }

    @SuppressWarnings("unchecked")
    private Subtype<?, ? extends S> subtype(String name) throws ReflectiveOperationException {
        return (Subtype<?, ? extends S>) lookup.findStaticVarHandle(lookup.findClass(name), "SUBTYPE", Subtype.class)
                .get();
    }

    private static List<String> lines(URL url) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private String resource() {
        return FOLDER + root.getName();
    }
}
