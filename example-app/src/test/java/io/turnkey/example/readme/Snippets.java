package io.turnkey.example.readme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java that pages show, made into sources that a compiler takes. */
final class Snippets {
    static final String IMPORTS = """
            import static org.assertj.core.api.Assertions.*;
            import io.turnkey.*;
            import io.turnkey.annotation.CacheIgnore;
            import io.turnkey.annotation.Cacheable;
            import io.turnkey.annotation.KeyField;
            import io.turnkey.annotation.KeyFields;
            import io.turnkey.annotation.LoadMode;
            import io.turnkey.redis.JedisClients;
            import jakarta.persistence.*;
            import java.io.*;
            import java.math.BigDecimal;
            import java.nio.file.*;
            import java.security.Principal;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;
            import javax.sql.DataSource;
            import org.hibernate.annotations.UpdateTimestamp;
            import org.junit.jupiter.api.Test;
            import org.slf4j.Logger;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.context.annotation.*;
            import org.springframework.core.env.ConfigurableEnvironment;
            import org.springframework.core.env.EnumerablePropertySource;
            import org.springframework.core.env.PropertySource;
            import org.springframework.stereotype.Service;
            import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
            import org.springframework.test.context.transaction.TestTransaction;
            import org.springframework.transaction.annotation.Transactional;
            import org.springframework.transaction.support.*;
            import redis.clients.jedis.RedisClient;
            import redis.clients.jedis.UnifiedJedis;
            """;

    /** What a snippet may take for granted; a local variable of the same name hides it. */
    private static final String SCENE = IMPORTS + """
            abstract class Scene {
                EntityManagerFactory entityManagerFactory;
                EntityManagerFactory shopFactory;
                EntityManagerFactory billingFactory;
                CacheGroup caches;
                UserCache users;
                DataSource loadPool;
                Path folder;
                Logger log;
                Consumer<CacheEvent> switchboard;
                void alarm(String model, String operation, Throwable error) {}
                abstract void run() throws Exception;
                static void show(String expected, Object actual) {
                    Object answer = actual instanceof Optional<?> row ? row.orElse(null) : actual;
                    boolean empty = answer == null || answer instanceof Collection<?> rows && rows.isEmpty();
                    assertThat(empty ? "empty" : answer.toString()).isEqualTo(expected);
                }
            }
            """;

    /** A type of its own, which may be annotated. */
    private static final Pattern TYPE =
            Pattern.compile("\\A(?:@.*\\n)*(?:public |final |abstract )*(?:class|interface|enum|record) (\\w+)");

    /** A call, and what it is said to answer. */
    private static final Pattern ANSWER = Pattern.compile("^( *)(\\S.*);\\s*// -> (.*)$", Pattern.MULTILINE);

    /** What a snippet opens and leaves open. */
    private static final Pattern OPENED = Pattern.compile("^(?:CacheGroup|\\w+Cache) (\\w+) = ", Pattern.MULTILINE);

    /** The registry of a module without entities. */
    private static final String OTHER_MODULE = """
            package com.example.%s;
            public final class GeneratedCaches {
                private GeneratedCaches() {}
                public static io.turnkey.CacheGroup.Builder all() {
                    return io.turnkey.spi.Caches.group(java.util.List.of());
                }
            }
            """;

    /** The database of a test that runs in Spring. */
    private static final String TEST_DATABASE = IMPORTS + """
            import org.h2.jdbcx.JdbcDataSource;
            import org.springframework.orm.jpa.*;
            import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
            import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
            import org.springframework.transaction.PlatformTransactionManager;
            import org.springframework.transaction.annotation.EnableTransactionManagement;
            @Configuration
            @EnableTransactionManagement
            class TestDatabase {
                @Bean
                DataSource dataSource() {
                    JdbcDataSource dataSource = new JdbcDataSource();
                    dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
                    return dataSource;
                }

                @Bean
                LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
                    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
                    factory.setDataSource(dataSource);
                    factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
                    factory.setManagedTypes(PersistenceManagedTypes.of(User.class.getName()));
                    factory.setJpaPropertyMap(Map.of("jakarta.persistence.schema-generation.database.action", "create"));
                    return factory;
                }

                @Bean
                PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
                    factory.runInTransaction(em -> {
                        User ada = new User();
                        ada.id = 1L;
                        ada.email = "ada@example.com";
                        ada.status = Status.ACTIVE;
                        em.persist(ada);
                    });
                    return new JpaTransactionManager(factory);
                }
            }
            """;

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> entities = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();

    Snippets() {
        sources.put("Status", "public enum Status { ACTIVE, BLOCKED }");
        sources.put("Scene", SCENE);
        List.of("shop", "billing")
                .forEach(module ->
                        sources.put("com/example/" + module + "/GeneratedCaches", OTHER_MODULE.formatted(module)));
    }

    /** Takes a page's entities, and the types that they need, and nothing else. */
    Snippets typesOf(Markdown page) {
        for (String block : page.blocks("java")) {
            Matcher type = TYPE.matcher(block);
            if (!isGenerated(block) && type.find()) {
                String name = type.group(1);
                sources.put(name, IMPORTS + block);
                add(block.startsWith("@Entity"), entities, name);
                add(block.contains("@Test"), tests, name);
                if (block.contains("TestDatabase")) {
                    sources.put("TestDatabase", TEST_DATABASE);
                }
            }
        }
        return this;
    }

    /** Takes whatever a page shows that was written by hand; a type takes the place of one of the same name. */
    Snippets of(Markdown page) {
        typesOf(page);
        for (String block : page.blocks("java")) {
            if (!isGenerated(block) && !TYPE.matcher(block).find()) {
                String name = "Snippet" + sources.size();
                sources.put(
                        name,
                        IMPORTS + "class " + name + " extends Scene {\n@Override void run() throws Exception {\n"
                                + checked(block) + closing(block) + "}\n}\n");
                runs.add(name);
            }
        }
        return this;
    }

    /** The sources, by the name of their class. */
    Map<String, String> sources() {
        return sources;
    }

    /** The names of the entities. */
    List<String> entities() {
        return entities;
    }

    /** The names of the classes that run a snippet each, in the page's order. */
    List<String> runs() {
        return runs;
    }

    /** The names of the classes that hold tests. */
    List<String> tests() {
        return tests;
    }

    static boolean isGenerated(String block) {
        return block.startsWith("public record ");
    }

    private static void add(boolean wanted, List<String> names, String name) {
        if (wanted && !names.contains(name)) {
            names.add(name);
        }
    }

    /** The same code; what it says that a call answers is checked. */
    private static String checked(String block) {
        return ANSWER.matcher(block).replaceAll(call -> {
            String answer = call.group(3).replace("\\", "\\\\").replace("\"", "\\\"");
            return Matcher.quoteReplacement(call.group(1) + "show(\"" + answer + "\", " + call.group(2) + ");");
        });
    }

    private static String closing(String block) {
        StringBuilder closing = new StringBuilder();
        OPENED.matcher(block)
                .results()
                .forEach(opened -> closing.append(opened.group(1)).append(".close();\n"));
        return closing.toString();
    }
}
