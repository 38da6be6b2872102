package io.turnkey.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.processor.Compilations.Result;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Copying;
import io.turnkey.processor.model.Copying.Way;
import io.turnkey.processor.model.Embeddable.Constructor;
import io.turnkey.processor.model.Option;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F06")
class AttributesTest extends ReadingTest {
    @Test
    void everyBasicTypeIsReadAsItIs() {
        CachedEntity entity = read("""
                @Entity @Cacheable public class All {
                  @Id Long id; boolean flag; byte b; short s; int i; long l; float f; double d; char c;
                  Boolean flag2; Integer i2; Character c2; String text; java.math.BigDecimal price; java.math.BigInteger big; UUID uuid;
                  byte[] bytes; char[] chars; Byte[] boxes; Date date; java.sql.Timestamp stamp; Calendar calendar;
                  java.time.Instant instant; java.time.LocalDate day; java.time.Duration duration; java.time.ZoneId zone;
                  Locale locale; Currency currency; java.net.URI uri; Class<?> type; Kind kind;
                  public enum Kind { A, B }
                }
                """).entity("All");

        assertThat(components(entity))
                .containsExactly(
                        "id: Long",
                        "flag: boolean",
                        "b: byte",
                        "s: short",
                        "i: int",
                        "l: long",
                        "f: float",
                        "d: double",
                        "c: char",
                        "flag2: Boolean",
                        "i2: Integer",
                        "c2: Character",
                        "text: String",
                        "price: BigDecimal",
                        "big: BigInteger",
                        "uuid: UUID",
                        "bytes: byte[]",
                        "chars: char[]",
                        "boxes: Byte[]",
                        "date: Date",
                        "stamp: Timestamp",
                        "calendar: Calendar",
                        "instant: Instant",
                        "day: LocalDate",
                        "duration: Duration",
                        "zone: ZoneId",
                        "locale: Locale",
                        "currency: Currency",
                        "uri: URI",
                        "type: Class<?>",
                        "kind: All.Kind");
        assertThat(entity.attributes().stream()
                        .filter(each -> ((Attribute.Basic) each).copying() != Copying.NONE)
                        .collect(Collectors.toMap(Attribute::name, each -> ((Attribute.Basic) each).copying())))
                .containsOnlyKeys("bytes", "chars", "boxes", "date", "stamp", "calendar")
                .containsEntry("date", Copying.DATE)
                .containsEntry("calendar", Copying.CLONE)
                .containsEntry("bytes", Copying.CLONE);
        assertThat(entity.mergeable()).isTrue();
    }

    @Test
    void onlyOptionsThatDifferFromTheirDefaultsAreKept() {
        CachedEntity entity = read("""
                @Entity
                @Cacheable(name = "people", ttl = "none", maxSize = 50_000, load = LoadMode.LAZY, readThrough = false, negativeTtl = "PT5S",
                    cleanupInterval = "60s", loadTimeout = "2s", ttlJitter = 0.5, enabled = true, staleWhileRevalidate = false, maxStale = "", staleIfError = "4h",
                    refreshInterval = "none", syncOverlap = "60s", reconcileInterval = "2h")
                class User { @Id Long id; }
                """).entity("User");

        assertThat(entity.name()).isEqualTo("people");
        assertThat(entity.isPublic()).isFalse();
        assertThat(entity.options())
                .containsExactly(
                        new Option("load", "LAZY"),
                        new Option("ttl", Duration.ofSeconds(Long.MAX_VALUE)),
                        new Option("ttlJitter", 0.5),
                        new Option("staleWhileRevalidate", false),
                        new Option("staleIfError", Duration.ofHours(4)),
                        new Option("refreshInterval", Duration.ZERO),
                        new Option("reconcileInterval", Duration.ofHours(2)),
                        new Option("readThrough", false),
                        new Option("negativeTtl", Duration.ofSeconds(5)),
                        new Option("loadTimeout", Duration.ofSeconds(2)));
    }

    @Test
    void whatIsNotPersistentIsLeftOut() {
        CachedEntity entity = read("""
                @Entity @Cacheable class User {
                  @Id Long id; static String shared; transient String passing; @Transient String calculated; @CacheIgnore String note;
                  @OneToMany(mappedBy = "user") List<Order> orders;
                  @OneToMany @JoinColumn Set<Order> owned;
                  @OneToOne(mappedBy = "user") Order last;
                  String kept;
                  @Entity static class Order { @Id Long id; @ManyToOne User user; }
                }
                """).entity("User");

        assertThat(components(entity)).containsExactly("id: Long", "kept: String");
        assertThat(entity.mergeable()).isFalse();
    }

    @Test
    void embeddablesBecomeNestedRecordsOrStayTheRecordsThatTheyAre() {
        CachedEntity entity = read("""
                @Entity @Cacheable public class User {
                  @Id Long id;
                  @Embedded Address home; Address work; Money credit; Range<Integer> range; Range<Long> wide; Other.Address strange;
                  @Embeddable public static class Address { String city; Geo geo; @CacheIgnore String note; }
                  @Embeddable public static class Geo { double lat; double lon; }
                  @Embeddable public record Money(long cents, Currency currency) {}
                  @Embeddable public static class Range<T extends Comparable<T>> { T low; private T high; public T getHigh() { return high; } }
                }
                class Other { @Embeddable public static class Address { String street; } }
                """).entity("User");

        assertThat(components(entity))
                .containsExactly(
                        "id: Long",
                        "home: UserSnapshot.AddressSnapshot",
                        "work: UserSnapshot.AddressSnapshot",
                        "credit: User.Money",
                        "range: UserSnapshot.RangeSnapshot",
                        "wide: UserSnapshot.RangeSnapshot2",
                        "strange: UserSnapshot.AddressSnapshot2");
        Attribute.Embedded home = (Attribute.Embedded) attribute(entity, "home");
        assertThat(components(home.embeddable().attributes()))
                .containsExactly("city: String", "geo: UserSnapshot.GeoSnapshot");
        Attribute.Embedded wide = (Attribute.Embedded) attribute(entity, "wide");
        assertThat(simple(wide.embeddable().type())).isEqualTo("User.Range<Long>");
        assertThat(components(wide.embeddable().attributes())).containsExactly("low: Long", "high: Long");
        assertThat(access(attribute(wide.embeddable().attributes(), "high")
                        .common()
                        .access()))
                .isEqualTo("getHigh()/Range#high:Comparable");
        Attribute.Embedded credit = (Attribute.Embedded) attribute(entity, "credit");
        assertThat(credit.embeddable().isRecord()).isTrue();
        assertThat(access(credit.embeddable().attributes().get(0).common().access()))
                .isEqualTo("cents()/-");
    }

    @Test
    void associationsBecomeIds() {
        CachedEntity entity = read("""
                @Entity @Cacheable class User {
                  @Id Long id;
                  @ManyToOne Organization organization; Long organizationId;
                  @OneToOne @MapsId Profile profile;
                  @ManyToOne Place place; @ManyToOne Spot spot;
                  @ManyToMany Set<Organization> categories; @OneToMany List<Organization> children; @OneToMany @JoinTable Collection<Organization> addresses;
                  @ManyToOne(targetEntity = Organization.class) Object loose;
                }
                @Entity class Organization { @Id private String code; public String getCode() { return code; } }
                @Entity class Profile { private int number; @Id public int getNumber() { return number; } public void setNumber(int n) { number = n; } }
                @Entity class Place { @EmbeddedId Position position; @Embeddable record Position(int x, int y) {} }
                @Entity class Spot { @EmbeddedId Position position; @Embeddable static class Position { int x; } }
                """).entity("User");

        assertThat(components(entity))
                .containsExactly(
                        "id: Long",
                        "organizationId_: String",
                        "organizationId: Long",
                        "profileId: Integer",
                        "placeId: Place.Position",
                        "spotId: Spot.Position",
                        "categoryIds: Set<String>",
                        "childIds: Set<String>",
                        "addressIds: Set<String>");
        Attribute.Reference profile = (Attribute.Reference) attribute(entity, "profileId");
        assertThat(access(profile.targetId())).isEqualTo("getNumber()/setNumber()");
        assertThat(profile.embeddedId()).isEmpty();
        assertThat(((Attribute.Reference) attribute(entity, "placeId")).embeddedId())
                .hasValueSatisfying(id -> assertThat(id.isRecord()).isTrue());
        assertThat(((Attribute.Reference) attribute(entity, "spotId")).embeddedId())
                .hasValueSatisfying(id -> assertThat(id.constructor()).isEqualTo(Constructor.VISIBLE));
        assertThat(entity.mergeable()).isFalse();
    }

    @Test
    void collectionsOfValuesAreReadWithTheirOrderAndKeys() {
        CachedEntity entity = read("""
                @Entity @Cacheable class User {
                  @Id Long id;
                  @ElementCollection List<String> bag; @ElementCollection @OrderColumn List<Kind> indexed; @ElementCollection Set<Integer> set;
                  @ElementCollection @OrderBy Collection<String> sorted; @ElementCollection @OrderBy("city desc") List<Address> places;
                  @ElementCollection SortedSet<String> tree; @ElementCollection Map<String, Address> byName; @ElementCollection Map<Kind, Date> dates;
                  @ElementCollection Map<Kind, ? extends Number> wild;
                  enum Kind { A }
                  @Embeddable static class Address { String city; }
                }
                """).entity("User");

        assertThat(components(entity))
                .containsExactly(
                        "id: Long",
                        "bag: List<String>",
                        "indexed: List<User.Kind>",
                        "set: Set<Integer>",
                        "sorted: List<String>",
                        "places: List<UserSnapshot.AddressSnapshot>",
                        "tree: Set<String>",
                        "byName: Map<String, UserSnapshot.AddressSnapshot>",
                        "dates: Map<User.Kind, Date>",
                        "wild: Map<User.Kind, Number>");
        assertThat(plural(entity, "bag").kind()).isEqualTo(Attribute.Plural.Kind.LIST);
        assertThat(plural(entity, "indexed").kind()).isEqualTo(Attribute.Plural.Kind.INDEXED_LIST);
        assertThat(plural(entity, "sorted").orderBy()).isEqualTo("ASC");
        assertThat(plural(entity, "places").orderBy()).isEqualTo("city desc");
        assertThat(plural(entity, "bag").orderBy()).isEmpty();
        assertThat(plural(entity, "dates").key()).isPresent();
    }

    private static Attribute.Plural plural(CachedEntity entity, String component) {
        return (Attribute.Plural) attribute(entity, component);
    }

    @Test
    void illegalComponentNamesGetATrailingUnderscore() {
        CachedEntity entity = read("""
                @Entity @Cacheable class Odd {
                  private Long id; @Id public Long getId() { return id; } public void setId(Long id) { this.id = id; }
                  private String s; public String getDefault() { return s; } public void setDefault(String s) { this.s = s; }
                  public int getWait() { return 1; } public int getHashCode() { return 1; } public int getOf() { return 1; } public int getRecord() { return 1; }
                }
                """).entity("Odd");

        assertThat(components(entity))
                .containsExactly(
                        "id: Long", "default_: String", "wait_: int", "hashCode_: int", "of: int", "record: int");
        assertThat(access(entity, "default_")).isEqualTo("getDefault()/setDefault()");
        assertThat(access(entity, "wait_")).isEqualTo("getWait()/-");
    }

    @Test
    void jacksonsAnnotationsAreCopiedAndSecretsMarked() {
        Result result = read("""
                @Entity @Cacheable @SuppressWarnings("turnkey") class User {
                  @Id Long id;
                  @JsonProperty("mail") @JsonRootName(value = "x", type = String.class, numbers = {1, 2}) private String email;
                  @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String hidden;
                  String password; String name;
                  @JsonManagedReference @JsonProperty("org") @ManyToOne User parent;
                  @JsonIgnore public String getEmail() { return email; }
                }
                """);
        CachedEntity entity = result.entity("User");

        assertThat(attribute(entity, "email").common().annotations())
                .map(Object::toString)
                .containsExactly(
                        "@com.fasterxml.jackson.annotation.JsonProperty(\"mail\")",
                        "@com.fasterxml.jackson.annotation.JsonRootName(value = \"x\", type = java.lang.String.class, numbers = {1, 2})",
                        "@com.fasterxml.jackson.annotation.JsonIgnore");
        assertThat(attribute(entity, "parentId").common().annotations())
                .map(Object::toString)
                .containsExactly("@com.fasterxml.jackson.annotation.JsonProperty(\"org\")");
        assertThat(entity.attributes().stream()
                        .filter(each -> each.common().secret())
                        .map(Attribute::name))
                .containsExactly("email", "hidden", "password");
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void theVersionAndTheTimeOfTheLastChangeAreFound() {
        Result result = read("""
                @Entity @Cacheable class Found { @Id Long id; @Version int revision; Audit audit;
                  @Embeddable static class Audit { @org.hibernate.annotations.UpdateTimestamp java.time.Instant changed; } }
                """, """
                @Entity @Cacheable(updatedAt = "changed") class Named { @Id Long id; Date changed; }
                """);

        assertThat(result.entity("Found").version()).contains("revision");
        assertThat(result.entity("Found").updatedAt()).contains("audit.changed");
        assertThat(result.entity("Named").updatedAt()).contains("changed");
        assertThat(result.entity("Named").version()).isEmpty();
    }

    @Test
    @Tag("F49")
    void severalValuesInOneColumnAreCopied() {
        CachedEntity entity = read("""
                @Entity @Cacheable class Box {
                  @Id Long id; List<String> words; Collection<Date> dates; Map<String, Set<byte[]>> index; int[] codes; byte[][] pages;
                  @SuppressWarnings("turnkey") ArrayList<String> concrete;
                }
                """).entity("Box");
        Copying bytes = new Copying(Way.SET, List.of(Copying.CLONE));

        assertThat(entity.attributes())
                .map(each -> ((Attribute.Basic) each).copying())
                .containsExactly(
                        Copying.NONE,
                        new Copying(Way.LIST, List.of(Copying.NONE)),
                        new Copying(Way.LIST, List.of(Copying.DATE)),
                        new Copying(Way.MAP, List.of(Copying.NONE, bytes)),
                        Copying.CLONE,
                        new Copying(Way.ARRAY, List.of(Copying.CLONE)),
                        Copying.NONE);
    }

    @Test
    void anEmbeddableIsOneHoweverItIsStored() {
        CachedEntity entity = read("""
                @Entity @Cacheable class Book {
                  @Id Long id; @org.hibernate.annotations.JdbcTypeCode(3001) Cover cover;
                  @Convert(converter = CoverText.class) Cover text;
                  @Embeddable static class Cover { String maker; }
                  static class CoverText implements AttributeConverter<Cover, String> {
                    public String convertToDatabaseColumn(Cover cover) { return ""; }
                    public Cover convertToEntityAttribute(String text) { return null; }
                  }
                }
                """).entity("Book");

        assertThat(attribute(entity, "cover")).isInstanceOf(Attribute.Embedded.class);
        assertThat(attribute(entity, "text")).isInstanceOf(Attribute.Basic.class);
    }
}
