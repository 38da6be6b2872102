package io.turnkey.processor.registry;

import static io.turnkey.processor.registry.Entities.entity;
import static io.turnkey.processor.registry.Entities.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules and Lombok. */
@Tag("F11")
class EnvironmentsTest {
    private static final String LOMBOK_USER = """
            package shop;

            import io.turnkey.annotation.*;
            import jakarta.persistence.*;
            import lombok.*;

            @Entity @io.turnkey.annotation.Cacheable @Getter @Setter
            public class User {
                @Id private Long id;
                @KeyField @Column(unique = true) private String email;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aNamedModuleCompilesWithoutAWarning() {
        Build.Result result = Build.javac(folder)
                .with("--module-path", modulePath(), "-Xlint:all,-processing,-requires-automatic", "-Werror")
                .compile("""
                        module shop {
                            requires transitive io.turnkey.runtime;
                            exports shop;
                            provides io.turnkey.CacheRegistry with shop.GeneratedCaches;
                        }
                        """, """
                        package shop;

                        @jakarta.persistence.Entity
                        @io.turnkey.annotation.Cacheable
                        public class User {
                            @jakarta.persistence.Id
                            private Long id;

                            protected User() {}
                        }
                        """);

        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    @Test
    void lombokMayStandBeforeUs() throws IOException {
        Build build = Build.javac(folder).before(lombok());

        assertThat(build.compile(LOMBOK_USER, entity("shop", "Plain"), user("shop", "GeneratedCaches"))
                        .messages())
                .isEmpty();
        assertGetterIsCalled(build);
    }

    @Test
    void lombokMayStandAfterUs() throws IOException {
        Build build = Build.javac(folder).after(lombok());

        assertThat(build.compile(LOMBOK_USER, entity("shop", "Plain"), user("shop", "GeneratedCaches"))
                        .messages())
                .isEmpty();
        assertGetterIsCalled(build);
    }

    private static void assertGetterIsCalled(Build build) throws IOException {
        assertThat(build.text("shop/UserSnapshot.java"))
                .contains("user.getEmail()")
                .doesNotContain("VarHandle");
        assertThat(build.text("shop/GeneratedCaches.java")).contains("PlainCache.DEFINITION", "UserCache.DEFINITION");
    }

    private static Processor lombok() {
        try {
            return (Processor) Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The runtime and what it requires. */
    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> ModuleFinder.of(Path.of(entry)).findAll().stream()
                        .anyMatch(module -> Stream.of(
                                        "io.turnkey.runtime", "jakarta.persistence", "org.jspecify", "org.slf4j")
                                .anyMatch(module.descriptor().name()::equals)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
