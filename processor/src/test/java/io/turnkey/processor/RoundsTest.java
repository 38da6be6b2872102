package io.turnkey.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.processor.Compilations.Result;
import io.turnkey.processor.model.CachedEntity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("F11")
class RoundsTest {
    private static final String LOMBOK = ReadingTest.source("""
            @Entity @Cacheable @lombok.Getter @lombok.Setter @lombok.NoArgsConstructor @KeyFields(value = {"email", "name"}, unique = false)
            public class User extends Base { private String email; private boolean active; private Address home;
              @Embeddable @lombok.Data public static class Address { private String city; } }
            @MappedSuperclass @lombok.Data class Base { @Id private Long id; private String name; }
            """);

    @TempDir
    Path folder;

    @Test
    void lombokMayStandBeforeUs() {
        checkLombok(Compilations.javac(folder).before(lombok()).compile(LOMBOK));
    }

    @Test
    void lombokMayStandAfterUs() {
        checkLombok(Compilations.javac(folder).after(lombok()).compile(LOMBOK));
    }

    @Test
    void lombokMayWriteEqualsOfAnIdAfterUs() {
        Result result = Compilations.javac(folder).after(lombok()).compile(ReadingTest.source("""
                @Entity @Cacheable class User { @EmbeddedId private Key id;
                  @Embeddable @lombok.Data static class Key { private Long first; } }
                """));

        assertThat(result.messages()).isEmpty();
        assertThat(result.entities()).containsOnlyKeys("User");
    }

    @Test
    void propertiesThatLombokWritesAfterUsAreFound() {
        Result result = Compilations.javac(folder).after(lombok()).compile(ReadingTest.source("""
                @Entity @Cacheable @Access(AccessType.PROPERTY) class User { private Long id; @lombok.Getter @lombok.Setter private String name;
                  @Id public Long getId() { return id; } public void setId(Long id) { this.id = id; } }
                """));

        assertThat(ReadingTest.components(result.entity("User"))).containsExactlyInAnyOrder("id: Long", "name: String");
    }

    @Test
    @Tag("F10")
    void annotationsOnTheWrongKindOfElementAreLeftToTheCompiler() {
        Result result = Compilations.javac(folder).compile(ReadingTest.source("""
                @Entity @Cacheable class User { @Id Long id; @Entity void act(@KeyField String email, @CacheIgnore String name) {} }
                """));

        assertThat(result.messages()).hasSize(3).allMatch(message -> message.contains("annotation"));
    }

    private static void checkLombok(Result result) {
        CachedEntity user = result.entity("User");
        assertThat(user.attributes().stream()
                        .map(each -> each.component() + " " + ReadingTest.access(user, each.component())))
                .containsExactly(
                        "id getId()/setId()",
                        "name getName()/setName()",
                        "email getEmail()/setEmail()",
                        "active isActive()/setActive()",
                        "home getHome()/setHome()");
        assertThat(user.mergeable()).isTrue();
        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    @Test
    void aTypeThatAnotherProcessorGeneratesIsWaitedFor() {
        Result result = Compilations.javac(folder)
                .after(new Generating("shop.Color", "package shop; public enum Color { RED }"))
                .compile(
                        ReadingTest.source(
                                "@Entity @Cacheable class User { @Id Long id; Color color; @ElementCollection List<Color> more; }"));

        assertThat(ReadingTest.components(result.entity("User")))
                .containsExactly("id: Long", "color: Color", "more: List<Color>");
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void aSuperclassThatAnotherProcessorGeneratesIsWaitedFor() {
        Result result = Compilations.javac(folder)
                .after(new Generating("shop.Base", """
                        package shop;
                        @jakarta.persistence.MappedSuperclass class Base { @jakarta.persistence.Id Long id; }
                        """))
                .compile(ReadingTest.source("@Entity @Cacheable class User extends Base {}"));

        assertThat(ReadingTest.components(result.entity("User"))).containsExactly("id: Long");
    }

    @Test
    void aFailureOfOursIsAnErrorOnTheClassAndStopsNoOther() {
        Compilations compilations = Compilations.javac(folder).failingOn("First");

        Result result = compilations.compile(ReadingTest.source("""
                @Entity @Cacheable class First { @Id Long id; }
                @Entity @Cacheable class Second { @Id Long id; }
                """));

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("ERROR 7 [turnkey:internal] Turnkey failed on First")
                .contains("IllegalStateException: planned")
                .contains("at io.turnkey.processor.Recorder");
        assertThat(result.entities()).containsOnlyKeys("Second");
    }

    @Test
    void aMistakeInAnotherClassIsReportedAtTheEntity() {
        Result result = Compilations.javac(folder).compile(ReadingTest.source("""
                @Entity @Cacheable class User extends Base { @Id Long id; }
                @MappedSuperclass class Base { @KeyField List<String> tags; }
                """));

        assertThat(result.messages())
                .anySatisfy(message -> assertThat(message)
                        .startsWith("ERROR 7 [turnkey:key-mutable]")
                        .endsWith("(found in Base.tags)"));
    }

    @Test
    void ourAnnotationsAreClaimedAndEntityIsNot() {
        Result result = Compilations.javac(folder).with("-Xlint:processing").compile(ReadingTest.source("""
                        @Entity @Cacheable @KeyFields(value = {"a", "b"}, unique = false) @KeyFields(value = {"b", "a"}, unique = false)
                        class User { @Id Long id; @KeyField(unique = false) String a; String b; @CacheIgnore String c; }
                        """));

        assertThat(result.messages())
                .singleElement()
                .asString()
                .contains("No processor claimed any of these annotations")
                .contains("jakarta.persistence.Entity")
                .doesNotContain("io.turnkey");
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

    /** Writes one class in its first round. */
    private static final class Generating extends AbstractProcessor {
        private final String name;
        private final String source;
        private boolean done;

        Generating(String name, String source) {
            this.name = name;
            this.source = source;
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
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    writer.write(source);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
