package io.turnkey.benchmarks.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources of entities, compiled again and again as far as their processors go. */
@SuppressWarnings("InlineFormatString") // easier to read above the code
final class Compilation {
    private static final String ENTITY = """
            package shop;
            import io.turnkey.annotation.Cacheable;
            import io.turnkey.annotation.KeyField;
            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.Instant;
            @Entity
            @Cacheable(ttl = "10m")
            public class Entity%1$d {
                @Id private Long id;
                @Version private int version;
                @KeyField @Column(unique = true) private String email;
                @KeyField @Column(unique = true) private String code;
                private String name;
                private String city;
                private BigDecimal amount;
                private boolean active;
                private Instant createdAt;
                @ManyToOne(fetch = FetchType.LAZY) private Entity%2$d parent;
                public Long getId() { return id; }
                public String getEmail() { return email; }
                public String getCode() { return code; }
                public String getName() { return name; }
                public String getCity() { return city; }
                public BigDecimal getAmount() { return amount; }
                public boolean isActive() { return active; }
                public Instant getCreatedAt() { return createdAt; }
                public Entity%2$d getParent() { return parent; }
            }
            """;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<JavaFileObject> sources;

    Compilation(int entities) {
        sources = IntStream.range(0, entities)
                .<JavaFileObject>mapToObj(i -> source("Entity" + i, ENTITY.formatted(i, (i + 1) % entities)))
                .toList();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("mem:///shop/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** The nanoseconds spent in these processors for all entities. */
    long nanosIn(List<Processor> processors) throws IOException {
        Path output = Files.createTempDirectory("turnkey-benchmark");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            List<TimedProcessor> timed =
                    processors.stream().map(TimedProcessor::new).toList();
            CompilationTask task = compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:only", "-classpath", System.getProperty("java.class.path")),
                    null,
                    sources);
            task.setProcessors(timed);
            if (!task.call()) {
                throw new IllegalStateException("The entities do not compile");
            }
            return timed.stream().mapToLong(TimedProcessor::nanos).sum();
        } finally {
            delete(output);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
