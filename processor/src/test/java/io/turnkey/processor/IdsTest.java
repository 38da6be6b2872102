package io.turnkey.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Id;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F05")
class IdsTest extends ReadingTest {
    @Test
    void primitiveIdsAreBoxed() {
        assertThat(idType(read("@Entity @Cacheable class A { @Id long number; }")
                        .entity("A")
                        .id()))
                .isEqualTo("Long");
    }

    @Test
    void anEmbeddedIdStaysTheClassOrRecordThatItIs() {
        CachedEntity record = read("""
                @Entity @Cacheable class A { @EmbeddedId Key key; @Embeddable record Key(Long first, String second) {} }
                """).entity("A");
        CachedEntity mutable = read("""
                @Entity @Cacheable class B { @EmbeddedId Key key;
                  @Embeddable static class Key { private Long first; String second;
                    @Override public boolean equals(Object o) { return o == this; } @Override public int hashCode() { return 1; } } }
                """).entity("B");

        assertThat(components(record)).containsExactly("key: A.Key");
        assertThat(((Id.Embedded) record.id()).attribute().embeddable().isRecord())
                .isTrue();
        assertThat(components(mutable)).containsExactly("key: B.Key");
        Id.Embedded id = (Id.Embedded) mutable.id();
        assertThat(components(id.attribute().embeddable().attributes()))
                .containsExactly("first: Long", "second: String");
        assertThat(id.attribute().embeddable().snapshot()).isEqualTo(id.type());
    }

    @Test
    void anIdClassIsMatchedWithTheIdAttributes() {
        CachedEntity record = read("""
                @Entity @Cacheable @IdClass(A.Key.class) class A { @Id long second; @Id @ManyToOne Other other; String text; record Key(Integer other, Long second) {} }
                @Entity class Other { @Id int number; }
                """).entity("A");
        CachedEntity mutable = read("""
                @Entity @Cacheable @IdClass(B.Key.class) class B { @Id Long first; @Id String second;
                  static class Key { private Long first; String second;
                    public Long getFirst() { return first; } public void setFirst(Long first) { this.first = first; }
                    @Override public boolean equals(Object o) { return o == this; } @Override public int hashCode() { return 1; } } }
                """).entity("B");

        Id.OfClass id = (Id.OfClass) record.id();
        assertThat(id.isRecord()).isTrue();
        assertThat(id.parts())
                .map(part -> part.attribute().component() + " " + access(part.access()))
                .containsExactly("otherId other()/-", "second second()/-");
        assertThat(((Id.OfClass) mutable.id()).parts())
                .map(part -> part.attribute().component() + " " + access(part.access()))
                .containsExactly("first getFirst()/setFirst()", "second .second/.second");
    }

    @Test
    void anAssociationMayBeTheId() {
        CachedEntity entity = read("""
                @Entity @Cacheable class Profile { @Id @OneToOne User user; }
                @Entity class User { @Id UUID key; }
                """).entity("Profile");

        assertThat(idType(entity.id())).isEqualTo("UUID");
        assertThat(components(entity)).containsExactly("userId: UUID");
    }

    @Test
    void aPartOfACompositeIdMayBeAKey() {
        assertThat(keys(read("""
                @Entity @Cacheable @IdClass(Line.Key.class) class Line {
                  @Id @KeyField(unique = false) Long orderId; @Id int number; record Key(Long orderId, int number) {} }
                """).entity("Line"))).containsExactly("listByOrderId(orderId: Long)");
    }
}
