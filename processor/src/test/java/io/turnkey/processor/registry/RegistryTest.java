package io.turnkey.processor.registry;

import static io.turnkey.processor.registry.Entities.entity;
import static io.turnkey.processor.registry.Entities.root;
import static io.turnkey.processor.registry.Entities.subclass;
import static io.turnkey.processor.registry.Entities.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F09")
class RegistryTest {
    private static final String SERVICE = "META-INF/services/io.turnkey.CacheRegistry";
    private static final String REGISTRY = "shop/GeneratedCaches.java";

    @TempDir
    Path folder;

    private Build build(String compiler) {
        return compiler.equals("ecj") ? Build.ecj(folder) : Build.javac(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "ecj"})
    void codeOfTheSameCompilationUsesTheRegistry(String compiler) throws IOException {
        Build build = build(compiler);

        Build.Result result =
                build.compile(entity("shop", "User"), entity("shop", "Order"), user("shop", "GeneratedCaches"));

        assertThat(result.messages()).isEmpty();
        assertThat(build.has("shop/Application.class")).isTrue();
        assertThat(build.text(REGISTRY))
                .containsSubsequence(
                        "@GeneratedRegistry(",
                        "\"shop.OrderCacheModel\"",
                        "\"shop.UserCacheModel\"",
                        "public final class GeneratedCaches implements CacheRegistry",
                        "List.of(",
                        "OrderCache.DEFINITION,",
                        "UserCache.DEFINITION)");
        assertThat(build.text(SERVICE)).isEqualTo("shop.GeneratedCaches\n");
    }

    @Test
    void aBuildThatTurnsAllWarningsIntoErrorsSucceeds() {
        Build.Result result = Build.javac(folder)
                .with("-Xlint:all,-processing", "-Werror")
                .compile(entity("shop", "User"), user("shop", "GeneratedCaches"));

        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    @Test
    void ourOwnAnnotationsAreClaimedAndNoOthers() {
        Build.Result result = Build.javac(folder).with("-Xlint:processing").compile(entity("shop", "User"));

        assertThat(result.messages()).isNotEmpty().anyMatch(message -> message.contains("jakarta.persistence.Id"));
        assertThat(result.messages()).noneMatch(message -> message.contains("io.turnkey"));
    }

    @Test
    void compilingOneEntityLosesNoOther() throws IOException {
        Build.javac(folder).compile(entity("shop", "User"), entity("shop", "Order"), entity("shop", "Gone"));
        String before = Build.javac(folder).text(REGISTRY);

        Build.Result result = Build.javac(folder).compile(entity("shop", "Order"));

        assertThat(result.messages()).isEmpty();
        assertThat(Build.javac(folder).text(REGISTRY)).isEqualTo(before);
    }

    @Test
    void anEntityThatWasDeletedLeavesTheRegistry() throws IOException {
        Build build = Build.javac(folder);
        build.compile(entity("shop", "User"), entity("shop", "Order"), entity("shop", "Gone"));
        build.delete("shop.Gone");

        Build.Result result = Build.javac(folder).compile(entity("shop", "Order"));

        assertThat(result.messages()).isEmpty();
        assertThat(build.text(REGISTRY)).contains("OrderCache", "UserCache").doesNotContain("Gone");
    }

    @Test
    void anEntityThatIsCachedNoMoreLeavesTheRegistry() throws IOException {
        Build build = Build.javac(folder);
        build.compile(entity("shop", "User"), entity("shop", "Order"));

        build.compile(
                "package shop; @jakarta.persistence.Entity public class User {@jakarta.persistence.Id Long id;}",
                entity("shop", "Order"));

        assertThat(build.text(REGISTRY)).contains("OrderCache").doesNotContain("UserCache");
    }

    @Test
    void compilingAgainGivesTheSameBytes() throws IOException {
        Build build = Build.javac(folder);
        build.compile(entity("shop", "User"), entity("shop", "Order"));
        byte[] first = Files.readAllBytes(build.classes().resolve("shop/GeneratedCaches.class"));

        build.compile(entity("shop", "Order"), entity("shop", "User"));

        assertThat(Files.readAllBytes(build.classes().resolve("shop/GeneratedCaches.class")))
                .isEqualTo(first);
    }

    @Test
    void testCompilationHasARegistryOfItsOwn() throws IOException {
        Build main = Build.javac(folder.resolve("main"));
        main.compile(entity("shop", "User"));
        Build test = Build.javac(folder.resolve("test")).on(main);

        Build.Result result = test.compile(entity("shop", "Fake"), user("shop", "GeneratedTestCaches"));
        test.compile(entity("shop", "Other"));

        assertThat(result.messages()).isEmpty();
        assertThat(test.has("shop/GeneratedCaches.class")).isFalse();
        assertThat(test.text("shop/GeneratedTestCaches.java"))
                .contains("FakeCache", "OtherCache")
                .doesNotContain("UserCache");
        assertThat(test.text(SERVICE)).isEqualTo("shop.GeneratedTestCaches\n");
    }

    @Test
    void anotherModulesEntitiesStayInItsRegistry() throws IOException {
        Build base = Build.javac(folder.resolve("base"));
        base.compile(entity("base", "User"));
        Build shop = Build.javac(folder.resolve("shop")).on(base);

        shop.compile(entity("shop", "Order"));

        assertThat(shop.text(REGISTRY)).contains("OrderCache").doesNotContain("UserCache");
    }

    @Test
    void aCompilationWithoutEntitiesHasNoRegistry() {
        Build build = Build.javac(folder);

        build.compile("@io.turnkey.annotation.CacheRegistry package shop;", "package shop; public class Plain {}");

        assertThat(build.has(SERVICE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "ecj"})
    void severalPackagesTakeTheAnnotatedOne(String compiler) throws IOException {
        Build build = build(compiler);

        Build.Result result = build.compile(
                "@io.turnkey.annotation.CacheRegistry package shop;",
                entity("shop.a", "User"),
                entity("shop.b", "Order"),
                user("shop", "GeneratedCaches"));

        assertThat(result.messages()).isEmpty();
        assertThat(build.text(REGISTRY)).contains("import shop.a.UserCache;", "import shop.b.OrderCache;");
    }

    @Test
    void theRegistryStaysWhereItIsWhenTheAnnotatedPackageIsNotCompiled() throws IOException {
        Build build = Build.javac(folder);
        build.compile(
                "@io.turnkey.annotation.CacheRegistry package shop;",
                entity("shop.a", "User"),
                entity("shop.b", "Order"));

        build.compile(entity("shop.b", "Order"));

        assertThat(build.text(REGISTRY)).contains("import shop.a.UserCache;", "import shop.b.OrderCache;");
        assertThat(build.has("shop/b/GeneratedCaches.class")).isFalse();
    }

    @Test
    void severalPackagesTakeThatOfTheAnnotatedClass() {
        Build build = Build.javac(folder);

        build.compile(
                "package shop.config; @io.turnkey.annotation.CacheRegistry\nclass Config {}",
                entity("shop.a", "User"),
                entity("shop.b", "Order"));

        assertThat(build.has("shop/config/GeneratedCaches.class")).isTrue();
    }

    @Test
    void severalPackagesTakeTheOption() {
        Build build = Build.javac(folder).with("-Aturnkey.registryPackage=shop.all");

        build.compile(entity("shop.a", "User"), entity("shop.b", "Order"));

        assertThat(build.has("shop/all/GeneratedCaches.class")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "ecj"})
    @Tag("F07")
    void aSubclassIsAddedWithoutItsRoot(String compiler) throws IOException {
        Build build = build(compiler);
        build.compile(root("zoo", "Animal"), subclass("zoo", "Dog", "Animal"), subclass("zoo", "Cat", "Animal"));

        Build.Result result = build(compiler).compile(subclass("zoo", "Ape", "Animal"));

        assertThat(result.messages()).isEmpty();
        assertThat(build.text("META-INF/turnkey/zoo.Animal"))
                .isEqualTo("zoo.ApeSubtype\nzoo.CatSubtype\nzoo.DogSubtype\n");
    }

    @Test
    @Tag("F07")
    void aSubclassThatWasDeletedLeavesTheList() throws IOException {
        Build build = Build.javac(folder);
        build.compile(
                root("zoo", "Animal"),
                subclass("zoo", "Dog", "Animal"),
                subclass("zoo", "Cat", "Animal"),
                entity("zoo", "Keeper"));
        build.delete("zoo.Cat");

        build.compile(entity("zoo", "Keeper"));

        assertThat(build.text("META-INF/turnkey/zoo.Animal")).isEqualTo("zoo.DogSubtype\n");
    }

    @Test
    @Tag("F07")
    void aSubclassInAnotherModuleIsListedThere() throws IOException {
        Build base = Build.javac(folder.resolve("base"));
        base.compile(root("zoo", "Animal"), subclass("zoo", "Dog", "Animal"));
        Build sea = Build.javac(folder.resolve("sea")).on(base);

        Build.Result result = sea.compile(subclass("sea", "Whale", "zoo.Animal"));

        assertThat(result.messages()).isEmpty();
        assertThat(sea.text("META-INF/turnkey/zoo.Animal")).isEqualTo("sea.WhaleSubtype\n");
        assertThat(sea.has(SERVICE)).isFalse();
    }
}
