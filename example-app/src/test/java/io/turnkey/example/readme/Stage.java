package io.turnkey.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheGroup;
import io.turnkey.example.data.EmbeddedRedis;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.slf4j.LoggerFactory;

/** Where a page's snippets are run, one after the other: a database with two users, and caches that are open. */
final class Stage implements AutoCloseable {
    private static final String ROWS = """
            insert into users (id, tenantId, login, email, status) values
            (1, 1, 'ada', 'ada@example.com', 0), (2, 1, 'bob', 'bob@example.com', 0)
            """;

    /** Where pages say that Redis is. */
    private static final String REDIS = "redis://localhost:6379";

    private final Map<String, String> sources;
    private final Snippets snippets;
    private final @Nullable EmbeddedRedis redis;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;
    private final JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "docs", "");
    private final EntityManagerFactory factory;
    private final Map<String, Object> scene = new HashMap<>();

    /** Compiles the snippets into {@code output}, where they may also write files. */
    Stage(Snippets snippets, Path output) throws Exception {
        this.snippets = snippets;
        redis = snippets.sources().values().stream().anyMatch(source -> source.contains(REDIS))
                ? EmbeddedRedis.start()
                : null;
        sources = new HashMap<>(snippets.sources());
        if (redis != null) {
            sources.replaceAll((name, source) -> source.replace(REDIS, redis.url()));
        }
        assertThat(Compilation.of(sources, output).messages()).isEmpty();
        loader = new URLClassLoader(new URL[] {output.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
        PersistenceConfiguration configuration = new PersistenceConfiguration("docs")
                .property("jakarta.persistence.nonJtaDataSource", pool)
                .property(PersistenceConfiguration.SCHEMAGEN_DATABASE_ACTION, "create");
        for (String entity : snippets.entities()) {
            configuration.managedClass(loader.loadClass(entity));
        }
        factory = configuration.createEntityManagerFactory();
        factory.runInTransaction(em -> em.createNativeQuery(ROWS).executeUpdate());
        CacheGroup caches = CacheGroup.discover().name("docs").open(factory);
        scene.put("entityManagerFactory", factory);
        scene.put("shopFactory", factory);
        scene.put("billingFactory", factory);
        scene.put("caches", caches);
        scene.put("users", caches.get("User"));
        scene.put("loadPool", pool);
        scene.put("folder", output);
        scene.put("log", LoggerFactory.getLogger("docs"));
    }

    /** Runs every snippet, in the page's order, and every test. */
    void run() throws Exception {
        for (String name : snippets.runs()) {
            run(loader.loadClass(name));
        }
        test(snippets.tests());
    }

    private void run(Class<?> snippet) throws Exception {
        Constructor<?> constructor = snippet.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        for (Map.Entry<String, Object> entry : scene.entrySet()) {
            Field field = snippet.getSuperclass().getDeclaredField(entry.getKey());
            field.setAccessible(true);
            field.set(instance, entry.getValue());
        }
        Method run = snippet.getDeclaredMethod("run");
        run.setAccessible(true);
        try {
            run.invoke(instance);
        } catch (InvocationTargetException e) {
            throw new AssertionError("This fails:\n" + sources.get(snippet.getName()), e.getCause());
        }
    }

    private void test(List<String> names) throws ClassNotFoundException {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        DiscoverySelector[] classes = new DiscoverySelector[names.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = DiscoverySelectors.selectClass(loader.loadClass(names.get(i)));
        }
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Arrays.asList(classes))
                                .build(),
                        listener);
        StringWriter failures = new StringWriter();
        listener.getSummary().printFailuresTo(new PrintWriter(failures), 30);
        assertThat(failures.toString()).isEmpty();
        assertThat(listener.getSummary().getTestsSucceededCount()).isGreaterThanOrEqualTo(names.size());
    }

    @Override
    public void close() throws IOException {
        ((CacheGroup) scene.get("caches")).close();
        factory.close();
        pool.dispose();
        if (redis != null) {
            redis.close();
        }
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }
}
