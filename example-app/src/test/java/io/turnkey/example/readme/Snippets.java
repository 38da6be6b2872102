package io.turnkey.example.readme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java that pages show, made into sources that a compiler takes. */
final class Snippets {
    static final String IMPORTS = """
            import io.turnkey.*;
            import io.turnkey.annotation.CacheIgnore;
            import io.turnkey.annotation.Cacheable;
            import io.turnkey.annotation.KeyField;
            import io.turnkey.annotation.KeyFields;
            import io.turnkey.annotation.LoadMode;
            import jakarta.persistence.Column;
            import jakarta.persistence.Entity;
            import jakarta.persistence.EntityManagerFactory;
            import jakarta.persistence.Id;
            import jakarta.persistence.Table;
            import jakarta.persistence.UniqueConstraint;
            import java.math.BigDecimal;
            import java.time.Duration;
            import java.time.Instant;
            import java.util.*;
            import java.util.function.Consumer;
            import javax.sql.DataSource;
            import org.slf4j.Logger;
            """;

    /** What a snippet may take for granted; a local variable of the same name hides it. */
    private static final String SCENE = """
            EntityManagerFactory entityManagerFactory;
            CacheGroup caches;
            UserCache users;
            DataSource loadPool;
            Logger log;
            Consumer<CacheEvent> switchboard;
            void alarm(String model, String operation, Throwable error) {}
            """;

    private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

    private final Map<String, String> sources = new LinkedHashMap<>();

    Snippets() {
        sources.put("Status", "public enum Status { ACTIVE, BLOCKED }");
    }

    /** Takes a page's entities and nothing else. */
    Snippets entitiesOf(Markdown page) {
        page.blocks("java").stream()
                .filter(Snippets::isEntity)
                .forEach(block -> sources.put(name(block), IMPORTS + block));
        return this;
    }

    /** Takes whatever a page shows that was written by hand; an entity takes the place of one of the same name. */
    Snippets of(Markdown page) {
        entitiesOf(page);
        for (String block : page.blocks("java")) {
            if (!isEntity(block) && !isGenerated(block)) {
                String name = "Snippet" + sources.size();
                sources.put(name, IMPORTS + "class " + name + " {\n" + SCENE + "void run() {\n" + block + "}\n}\n");
            }
        }
        return this;
    }

    /** The sources, by the name of their class. */
    Map<String, String> sources() {
        return sources;
    }

    static boolean isGenerated(String block) {
        return block.startsWith("public record ");
    }

    private static boolean isEntity(String block) {
        return block.startsWith("@Entity");
    }

    private static String name(String block) {
        Matcher matcher = CLASS.matcher(block);
        if (!matcher.find()) {
            throw new IllegalArgumentException("An entity without a class: " + block);
        }
        return matcher.group(1);
    }
}
