package io.turnkey.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.processor.Compilations.Result;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.CachedSubtype;
import io.turnkey.processor.model.View;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HierarchyTest extends ReadingTest {
    private static final String ANIMAL = """
            @Entity @Cacheable @Inheritance(strategy = InheritanceType.JOINED) public class Animal {
              @Id Long id; @KeyField @Column(unique = true) String chip; Place home; @ManyToOne Animal mother; @Lob @SuppressWarnings("turnkey") String text;
              @Embeddable public static class Place { String city; }
            }
            """;

    @Test
    @Tag("F07")
    void aHierarchyHasAnInterfaceAndARecordForEachConcreteClass() {
        Result result = read(ANIMAL, """
                @Entity public abstract class Pet extends Animal { String owner; }
                """, """
                @Entity class Dog extends Pet { int tricks; Place kennel; Toy toy; Long motherId; @Embeddable static class Toy { String name; } }
                """);

        CachedEntity root = result.entity("Animal");
        assertThat(root.hierarchy()).isTrue();
        assertThat(root.mergeable()).isFalse();
        assertThat(result.subtypes()).containsOnlyKeys("Animal", "Dog");
        CachedSubtype self = result.subtype("Animal");
        assertThat(self.snapshot().canonicalName()).isEqualTo("shop.AnimalSelfSnapshot");
        assertThat(self.model().canonicalName()).isEqualTo("shop.AnimalSubtype");
        assertThat(self.rootSnapshot()).isEqualTo(root.names().snapshot());
        assertThat(self.mergeable()).isTrue();
        CachedSubtype dog = result.subtype("Dog");
        assertThat(components(dog.attributes()))
                .containsExactly(
                        "id: Long",
                        "chip: String",
                        "home: AnimalSnapshot.PlaceSnapshot",
                        "motherId: Long",
                        "text: String",
                        "owner: String",
                        "tricks: int",
                        "kennel: AnimalSnapshot.PlaceSnapshot",
                        "toy: DogSnapshot.ToySnapshot",
                        "motherId_: Long");
        assertThat(dog.snapshot().canonicalName()).isEqualTo("shop.DogSnapshot");
        assertThat(dog.model().canonicalName()).isEqualTo("shop.DogSubtype");
        assertThat(dog.root()).isEqualTo(root.entity());
        assertThat(dog.id()).isEqualTo(root.id());
        assertThat(dog.isPublic()).isFalse();
        assertThat(result.messages()).isEmpty();
    }

    @Test
    @Tag("F07")
    void aNewSubclassIsReadAlone() {
        Compilations root = Compilations.javac(folder.resolve("root"));
        assertThat(root.compile(source(ANIMAL)).success()).isTrue();

        Result result = Compilations.javac(folder.resolve("new"))
                .on(root.classes())
                .compile(source("@Entity public class Cat extends Animal { int lives; }"));

        assertThat(result.entities()).isEmpty();
        assertThat(components(result.subtype("Cat").attributes())).endsWith("text: String", "lives: int");
        assertThat(result.messages()).isEmpty();
    }

    @Test
    @Tag("F07")
    void anEntityBelowAnUncachedOneIsLeftAlone() {
        assertThat(read("@Entity class A { @Id Long id; }", "@Entity class B extends A {}")
                        .subtypes())
                .isEmpty();
    }

    @Test
    @Tag("F13")
    void aViewIsAnsweredUnderItsOwnNames() {
        Result result = read("""
                interface Identified<T> { T getId(); }
                """, """
                interface Person extends Identified<Long> {
                  String getEmail(); CharSequence nick(); Object getStatus(); long getAge(); boolean isActive(); Long getOrganizationId(); List<String> getTags();
                  default String label() { return getEmail(); } @Override String toString(); static void help() {} default String getNick() { return ""; }
                }
                """, """
                @Entity @Cacheable(view = Person.class) abstract class User implements Person {
                  @Id Long id; String email; String nick; Integer status; long age; boolean active; @ManyToOne Org organization; @ElementCollection List<String> tags;
                  @Entity static class Org { @Id Long id; }
                }
                """);

        View view = result.entity("User").view().orElseThrow();
        assertThat(view.type().simpleName()).isEqualTo("Person");
        assertThat(view.accessors())
                .map(each -> each.method() + ": " + simple(each.type()) + " = " + each.component())
                .containsExactlyInAnyOrder(
                        "getId: Long = id",
                        "getEmail: String = email",
                        "getStatus: Object = status",
                        "getAge: long = age",
                        "isActive: boolean = active",
                        "getOrganizationId: Long = organizationId",
                        "getTags: List<String> = tags");
    }
}
