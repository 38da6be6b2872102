package io.turnkey.processor.registry;

import static io.turnkey.processor.registry.Entities.entity;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each code of the registry, with its file, its line, and nothing beside it. */
@Tag("F09")
@Tag("F10")
class RegistryDiagnosticsTest {
    @TempDir
    Path folder;

    private Build build;

    @BeforeEach
    void build() {
        build = Build.javac(folder);
    }

    @Test
    void severalPackagesAndNoPlaceIsAnErrorThatSaysWhatToAdd() {
        Build.Result result = build.compile(entity("shop.b", "Order"), entity("shop.a", "User"));

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("ERROR User.java:6 [turnkey:registry-package] ")
                .contains(
                        "(shop.a, shop.b)",
                        "@io.turnkey.annotation.CacheRegistry package shop.a;",
                        "-Aturnkey.registryPackage=shop.a");
    }

    @Test
    void aSecondPackageIsAnErrorInAnIncrementalBuildToo() {
        build.compile(entity("shop.a", "User"));

        Build.Result result = build.compile(entity("shop.b", "Order"));

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("ERROR Order.java:6 [turnkey:registry-package] ");
    }

    @Test
    void twoModelsOfOneNameAreAnError() {
        Build.Result result = build.with("-Aturnkey.registryPackage=shop")
                .compile(entity("shop.a", "User"), entity("shop.b", "User"));

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR User.java:6 [turnkey:duplicate-model] shop.a.User and shop.b.User are both called 'User'.");
    }

    @Test
    void aNameThatAnEarlierCompilationTookIsAnErrorToo() {
        build.compile(entity("shop", "User"));

        Build.Result result = build.compile(entity("shop", "Admin", "public ", "name = \"User\""));

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("ERROR Admin.java:6 [turnkey:duplicate-model]");
    }

    @Test
    void aPackagePrivateEntityInAnotherPackageIsLeftOutWithAWarning() throws IOException {
        Build.Result result = build.compile(entity("shop.a", "User"), entity("shop.b", "Hidden", "", ""));

        assertThat(result.success()).isTrue();
        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("WARNING Hidden.java:6 [turnkey:not-in-registry] ")
                .contains("shop.a.GeneratedCaches", "HiddenCache.open(..)");
        assertThat(build.text("shop/a/GeneratedCaches.java"))
                .contains("UserCache.DEFINITION")
                .doesNotContain("HiddenCache.");
    }

    @Test
    void thatWarningCanBeSilenced() {
        Build.Result result = build.compile(
                entity("shop.a", "User"),
                entity("shop.b", "Hidden", "@SuppressWarnings(\"turnkey:not-in-registry\") ", ""));

        assertThat(result.messages()).isEmpty();
    }

    @Test
    void aPackagePrivateEntityBesideTheRegistryIsListed() throws IOException {
        Build.Result result = build.compile(entity("shop", "User"), entity("shop", "Hidden", "", ""));

        assertThat(result.messages()).isEmpty();
        assertThat(build.text("shop/GeneratedCaches.java")).contains("HiddenCache.DEFINITION");
    }

    @Test
    void twoPlacesAreAnError() {
        Build.Result result = build.compile(
                "@io.turnkey.annotation.CacheRegistry package shop;",
                "package shop.config;\n\n@io.turnkey.annotation.CacheRegistry\npublic class Config {}",
                entity("shop.a", "User"));

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("ERROR Config.java:4 [turnkey:several-registries] ")
                .contains("shop and shop.config.Config");
    }

    @Test
    void anEntityGeneratedAfterTheRegistryWasWrittenIsAnError() {
        Build.Result result = build.after(new LateEntity(3)).compile(entity("shop", "User"));

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("ERROR Late.java:6 [turnkey:after-registry] ")
                .contains("shop.GeneratedCaches");
    }

    @Test
    void anEntityGeneratedInTheFirstRoundIsListed() throws IOException {
        Build.Result result = build.after(new LateEntity(1)).compile(entity("shop", "User"));

        assertThat(result.messages()).isEmpty();
        assertThat(build.text("shop/GeneratedCaches.java")).contains("LateCache.DEFINITION", "UserCache.DEFINITION");
    }

    @Test
    void anEntityThatWaitsForAGeneratedTypeIsListed() throws IOException {
        Build.Result result = build.after(new LateEntity(1)).compile(entity("shop", "User"), """
                        package shop;

                        @jakarta.persistence.Entity
                        @io.turnkey.annotation.Cacheable
                        public class Order {
                            @jakarta.persistence.Id Long id;
                            @jakarta.persistence.ManyToOne Late late;
                        }
                        """);

        assertThat(result.messages()).isEmpty();
        assertThat(build.text("shop/GeneratedCaches.java"))
                .contains("LateCache.DEFINITION", "OrderCache.DEFINITION", "UserCache.DEFINITION");
    }

    @Test
    void aTypeThatNobodyGeneratesIsTheOnlyError() {
        Build.Result result = build.compile(entity("shop", "User"), Entities.user("shop", "GeneratedCaches"), """
                package shop;

                @jakarta.persistence.Entity
                @io.turnkey.annotation.Cacheable
                public class Order {
                    @jakarta.persistence.Id Long id;
                    Missing missing;
                }
                """);

        assertThat(result.messages())
                .hasSize(2)
                .anyMatch(message -> message.startsWith("ERROR Order.java:5 [turnkey:unresolved-type]"))
                .anyMatch(message -> message.startsWith("ERROR Order.java:7 cannot find symbol"));
    }

    @Test
    void aHandWrittenClassOfTheRegistrysNameIsAnError() {
        Build.Result result = build.compile(entity("shop", "User"), "package shop; public class GeneratedCaches {}");

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("ERROR User.java:6 [turnkey:class-name-collision] shop.GeneratedCaches");
    }

    /** Another processor, which generates an entity in a later round. */
    private static final class LateEntity extends AbstractProcessor {
        private final int round;
        private int rounds;

        LateEntity(int round) {
            this.round = round;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            if (++rounds == round) {
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("shop.Late").openWriter()) {
                    writer.write(entity("shop", "Late"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
