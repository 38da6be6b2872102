package io.turnkey.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.processor.Compilations.Result;
import io.turnkey.processor.model.CachedEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F07")
class AccessTest extends ReadingTest {
    private static final String BASE = """
            package base;
            import io.turnkey.annotation.KeyField;
            import jakarta.persistence.*;
            @MappedSuperclass
            public abstract class Base<K extends java.io.Serializable, T> extends Root<K> {
              private T value; protected T other; public T open;
              @KeyField @Column(unique = true) private String code;
              public T getValue() { return value; }
              public void setValue(T value) { this.value = value; }
            }
            @MappedSuperclass
            class Root<I> {
              @Id private I id;
              public I getId() { return id; }
            }
            """;
    private static final String USER =
            "@Entity @Cacheable public class User extends base.Base<Long, String> { String name; }";

    @Test
    void genericMappedSuperclassesGiveTheirAttributesTheTypesOfTheEntity() {
        checkGeneric(read(BASE, USER).entity("User"));
    }

    @Test
    void aMappedSuperclassMayComeFromClassFiles() {
        Compilations base = Compilations.javac(folder.resolve("base"));
        assertThat(base.compile(BASE).success()).isTrue();

        Result javac =
                Compilations.javac(folder.resolve("javac")).on(base.classes()).compile(source(USER));
        Result ecj = Compilations.ecj(folder.resolve("ecj")).on(base.classes()).compile(source(USER));

        checkGeneric(javac.entity("User"));
        assertThat(ecj.entity("User").attributes())
                .as("ECJ sorts the fields of class files by name")
                .containsExactlyInAnyOrderElementsOf(javac.entity("User").attributes());
    }

    private static void checkGeneric(CachedEntity entity) {
        assertThat(components(entity))
                .containsExactly(
                        "id: Long", "value: String", "other: String", "open: String", "code: String", "name: String");
        assertThat(idType(entity.id())).isEqualTo("Long");
        assertThat(keys(entity)).containsExactly("getByCode(code: String)");
        assertThat(access(entity, "value")).isEqualTo("getValue()/setValue()");
        assertThat(access(entity, "other")).isEqualTo("Base#other:Object/Base#other:Object");
        assertThat(access(entity, "open")).isEqualTo(".open/.open");
        assertThat(access(entity, "code")).isEqualTo("Base#code:String/Base#code:String");
        assertThat(access(entity, "name")).isEqualTo(".name/.name");
    }

    @Test
    void theFirstIdDecidesTheAccess() {
        CachedEntity entity = read("""
                @Entity @Cacheable class User extends Base {
                  private String email; private String secretive;
                  @KeyField @Column(unique = true) public String getMail() { return email; }
                  public void setMail(String mail) { email = mail; }
                  public boolean isActive() { return true; }
                  @Transient public String getShown() { return ""; }
                  public String getWith(int parameter) { return ""; }
                }
                @MappedSuperclass class Base { private Long id; @Id public Long getId() { return id; } public void setId(Long id) { this.id = id; } }
                """).entity("User");

        assertThat(components(entity)).containsExactly("id: Long", "mail: String", "active: boolean");
        assertThat(access(entity, "mail")).isEqualTo("getMail()/setMail()");
        assertThat(access(entity, "active")).isEqualTo("isActive()/-");
        assertThat(keys(entity)).containsExactly("getByMail(mail: String)");
        assertThat(entity.mergeable()).isFalse();
    }

    @Test
    void accessAnnotationsOverrideTheDefault() {
        CachedEntity entity = read("""
                @Entity @Cacheable @Access(AccessType.FIELD) class User extends Base {
                  String name; @Transient private String upper;
                  @Access(AccessType.PROPERTY) String getUpper() { return upper; } void setUpper(String upper) { this.upper = upper; }
                  String getIgnored() { return ""; }
                }
                @MappedSuperclass @Access(AccessType.PROPERTY) class Base {
                  @Id @Access(AccessType.FIELD) private Long id; private String hidden;
                  public int getAge() { return 1; } public void setAge(int age) {}
                }
                """).entity("User");

        assertThat(components(entity)).containsExactly("id: Long", "age: int", "name: String", "upper: String");
        assertThat(access(entity, "id")).isEqualTo("Base#id:Long/Base#id:Long");
        assertThat(access(entity, "upper")).isEqualTo("getUpper()/setUpper()");
    }

    @Test
    void aGetterMustHaveTheVerySameTypeAndBeVisible() {
        CachedEntity entity = read("""
                @Entity @Cacheable class User {
                  @Id private long id; private String name; private boolean isOpen; private String title; final String fixed = ""; private String quiet;
                  public Long getId() { return id; }
                  public Optional<String> getName() { return Optional.of(name); }
                  boolean isOpen() { return isOpen; } void setOpen(boolean open) { isOpen = open; }
                  String title() { return title; } User title(String title) { this.title = title; return this; }
                  private String getQuiet() { return quiet; }
                }
                """).entity("User");

        assertThat(access(entity, "id")).isEqualTo("User#id:long/User#id:long");
        assertThat(access(entity, "name")).isEqualTo("User#name:String/User#name:String");
        assertThat(access(entity, "isOpen")).isEqualTo("isOpen()/setOpen()");
        assertThat(access(entity, "title")).isEqualTo("title()/title()");
        assertThat(access(entity, "fixed")).isEqualTo(".fixed/-");
        assertThat(access(entity, "quiet")).isEqualTo("User#quiet:String/User#quiet:String");
        assertThat(idType(entity.id())).isEqualTo("Long");
    }

    @Test
    @DisplayName("F01: a nested entity's classes are called after its outer classes")
    void nested() {
        CachedEntity entity = read("""
                public class Outer { public static class Middle { @Entity @Cacheable public static class User { @Id Long id; } } }
                """).entity("Outer.Middle.User");

        assertThat(entity.name()).isEqualTo("User");
        assertThat(entity.names().cache().canonicalName()).isEqualTo("shop.Outer_Middle_UserCache");
        assertThat(entity.names().snapshot().canonicalName()).isEqualTo("shop.Outer_Middle_UserSnapshot");
        assertThat(entity.names().model().canonicalName()).isEqualTo("shop.Outer_Middle_UserCacheModel");
        assertThat(entity.isPublic()).isTrue();
    }

    @Test
    @DisplayName("F08: an entity whose constructor is not visible is not made of a snapshot")
    void hiddenConstructor() {
        Result result = read("""
                class All {
                  @Entity @Cacheable static class Visible { @Id Long id; protected Visible() {} }
                  @Entity @Cacheable static class Hidden { @Id Long id; private Hidden() {} }
                  @Entity @Cacheable static class Sorted { @Id Long id; @ElementCollection SortedSet<String> tags; }
                  @Entity @Cacheable static class Parts { @Id Long id; Part part; }
                  @Entity @Cacheable static class Many { @Id Long id; @ElementCollection List<Part> parts; }
                  @Entity @Cacheable static class Fixed { @Id Long id; FixedPart part; }
                  @Embeddable static class Part { int size; }
                  @Embeddable static class FixedPart { final int size = 1; }
                }
                """);

        assertThat(result.entities().values().stream()
                        .filter(CachedEntity::mergeable)
                        .map(CachedEntity::name))
                .containsExactlyInAnyOrder("Visible", "Parts");
    }
}
