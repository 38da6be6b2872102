package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.all;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.model;
import static io.turnkey.hibernate.Reading.projection;
import static io.turnkey.hibernate.Reading.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.Reading.Values;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F06")
class ReferencesTest {
    private static final Class<?>[] ENTITIES = {
        Order.class, Receipt.class, Line.class, Org.class, Shelf.class, Slot.class, Hidden.class, Deleted.class
    };

    @ParameterizedTest
    @EnumSource(Databases.class)
    void ids_of_targets_come_from_the_foreign_keys_without_a_join(Databases database) {
        try (TestUnit unit = database.open(ENTITIES)) {
            unit.inTransaction(ReferencesTest::persist);
            EntitySource<Values> orders = source(
                    unit, model(Order.class, "id *org *single *shelf *slot *line address.city *address.country"));

            List<Values> rows = all(orders);

            assertThat(rows)
                    .extracting(Values::values)
                    .containsExactlyInAnyOrder(
                            Arrays.asList(
                                    1L,
                                    10L,
                                    11L,
                                    new ShelfId("A", 1),
                                    new SlotId("x", 2),
                                    new LineId(10L, 3),
                                    "Wien",
                                    11L),
                            Arrays.asList(2L, null, null, null, null, null, null, null));
            assertThat(unit.statements()).singleElement().asString().doesNotContain(" join ");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_id_taken_over_from_an_association_is_read_and_found_without_a_join(Databases database) {
        try (TestUnit unit = database.open(ENTITIES)) {
            unit.inTransaction(ReferencesTest::persist);
            EntitySource<Values> receipts = source(unit, model(Receipt.class, "id *order text"));
            KeyModel<Values, LineId> lineId =
                    key("id", LineId.class, "*org number", id -> List.of(id.org(), id.number()));
            EntitySource<Values> lines = source(
                    unit, model(Line.class, lineId, List.of(), List.of(projection(Line.class, "*org number text"))));

            assertThat(all(receipts)).extracting(Values::values).containsExactly(List.of(1L, 1L, "paid"));
            assertThat(lines.read(lineId, List.of(new LineId(10L, 3), new LineId(10L, 4)), 9, CONTEXT))
                    .extracting(Values::values)
                    .containsExactly(List.of(10L, 3, "line"));
            assertThat(unit.statements()).hasSize(2).noneMatch(sql -> sql.contains(" join "));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_target_that_is_missing_or_hidden_or_not_referred_to_by_its_id_drops_no_row(Databases database) {
        try (TestUnit unit = database.open(ENTITIES)) {
            unit.inTransaction(ReferencesTest::persist);
            unit.inTransaction(session -> {
                session.createNativeMutationQuery("update hidden set name = 'x'")
                        .executeUpdate();
                session.createMutationQuery("delete from Deleted").executeUpdate();
            });
            EntitySource<Values> orders =
                    source(unit, model(Order.class, "id *byCode *notFound *viaTable *hidden *deleted"));

            List<Values> rows = all(orders);

            assertThat(rows)
                    .extracting(Values::values)
                    .containsExactlyInAnyOrder(
                            Arrays.asList(1L, 11L, 10L, 11L, null, null),
                            Arrays.asList(2L, null, null, null, null, null));
            assertThat(unit.statements()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F03")
    void rows_are_found_by_the_id_of_their_target(Databases database) {
        try (TestUnit unit = database.open(ENTITIES)) {
            unit.inTransaction(ReferencesTest::persist);
            KeyModel<Values, Long> org = key("*org", Long.class);
            KeyModel<Values, Long> byCode = key("*byCode", Long.class);
            KeyModel<Values, ShelfId> shelf = key("*shelf", ShelfId.class);
            KeyModel<Values, LineId> line = key("*line", LineId.class);
            KeyModel<Values, List<?>> both = key("both", listClass(), "*shelf *slot", parts -> parts);
            EntitySource<Values> orders = source(
                    unit,
                    model(
                            Order.class,
                            key("id", Long.class),
                            List.of(org, byCode, shelf, line, both),
                            List.of(projection(Order.class, "id"))));

            assertThat(orders.read(org, List.of(10L), 9, CONTEXT)).hasSize(1);
            assertThat(orders.read(org, List.of(10L, 11L), 9, CONTEXT)).hasSize(1);
            assertThat(orders.read(org, List.of(11L), 9, CONTEXT)).isEmpty();
            assertThat(orders.read(shelf, List.of(new ShelfId("A", 1)), 9, CONTEXT))
                    .hasSize(1);
            assertThat(orders.read(shelf, List.of(new ShelfId("A", 1), new ShelfId("A", 2)), 9, CONTEXT))
                    .hasSize(1);
            assertThat(orders.read(line, List.of(new LineId(10L, 3)), 9, CONTEXT))
                    .hasSize(1);
            assertThat(orders.read(line, List.of(new LineId(9L, 3), new LineId(10L, 3)), 9, CONTEXT))
                    .hasSize(1);
            assertThat(orders.read(
                            both,
                            List.of(
                                    List.of(new ShelfId("A", 1), new SlotId("x", 2)),
                                    List.of(new ShelfId("A", 1), new SlotId("y", 2))),
                            9,
                            CONTEXT))
                    .hasSize(1);
            assertThat(unit.statements()).hasSize(8).noneMatch(sql -> sql.contains(" join "));

            assertThat(orders.read(byCode, List.of(11L, 12L), 9, CONTEXT)).hasSize(1);
            assertThat(orders.read(byCode, List.of(10L), 9, CONTEXT)).isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<List<?>> listClass() {
        return (Class<List<?>>) (Class<?>) List.class;
    }

    private static void persist(Session session) {
        Org ten = new Org(10L, "ten");
        Org eleven = new Org(11L, "eleven");
        Shelf shelf = new Shelf(new ShelfId("A", 1));
        Slot slot = new Slot("x", 2);
        Line line = new Line(ten, 3, "line");
        Hidden hidden = new Hidden();
        Deleted deleted = new Deleted();
        Order full = new Order(1L);
        full.org = ten;
        full.single = eleven;
        full.shelf = shelf;
        full.slot = slot;
        full.line = line;
        full.address = new Address("Wien", eleven);
        full.byCode = eleven;
        full.notFound = ten;
        full.viaTable = eleven;
        full.hidden = hidden;
        full.deleted = deleted;
        List.of(ten, eleven, shelf, slot, line, hidden, deleted, full, new Order(2L), new Receipt(full, "paid"))
                .forEach(session::persist);
    }

    @Entity(name = "Order")
    @Table(name = "orders")
    static class Order {
        @Id
        Long id;

        @ManyToOne
        Org org;

        @OneToOne
        Org single;

        @ManyToOne(fetch = FetchType.LAZY)
        Shelf shelf;

        @ManyToOne(fetch = FetchType.LAZY)
        Slot slot;

        @ManyToOne
        Line line;

        Address address;

        @ManyToOne
        @JoinColumn(referencedColumnName = "code")
        Org byCode;

        @ManyToOne
        @NotFound(action = NotFoundAction.IGNORE)
        Org notFound;

        @ManyToOne
        @JoinTable(name = "order_org")
        Org viaTable;

        @ManyToOne
        Hidden hidden;

        @ManyToOne
        Deleted deleted;

        Order() {}

        Order(Long id) {
            this.id = id;
        }
    }

    @Embeddable
    record Address(
            String city, @ManyToOne(fetch = FetchType.LAZY) Org country) {}

    @Entity(name = "Org")
    static class Org {
        @Id
        Long id;

        @Column(unique = true)
        String code;

        Org() {}

        Org(Long id, String code) {
            this.id = id;
            this.code = code;
        }
    }

    @Embeddable
    record ShelfId(String hall, Integer number) {}

    @Entity(name = "Shelf")
    static class Shelf {
        @EmbeddedId
        ShelfId id;

        Shelf() {}

        Shelf(ShelfId id) {
            this.id = id;
        }
    }

    /** An id class as people write it: not a record, its attributes in another order than those of the entity. */
    static class SlotId {
        Integer b;
        String a;

        SlotId() {}

        SlotId(String a, Integer b) {
            this.a = a;
            this.b = b;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SlotId id && Objects.equals(a, id.a) && Objects.equals(b, id.b);
        }

        @Override
        public int hashCode() {
            return Objects.hash(a, b);
        }
    }

    @Entity(name = "Slot")
    @IdClass(SlotId.class)
    static class Slot {
        @Id
        String a;

        @Id
        Integer b;

        Slot() {}

        Slot(String a, Integer b) {
            this.a = a;
            this.b = b;
        }
    }

    record LineId(Long org, Integer number) {}

    @Entity(name = "Line")
    @IdClass(LineId.class)
    static class Line {
        @Id
        @ManyToOne
        Org org;

        @Id
        Integer number;

        String text;

        Line() {}

        Line(Org org, Integer number, String text) {
            this.org = org;
            this.number = number;
            this.text = text;
        }
    }

    @Entity(name = "Receipt")
    static class Receipt {
        @Id
        Long id;

        @MapsId
        @OneToOne
        Order order;

        String text;

        Receipt() {}

        Receipt(Order order, String text) {
            this.order = order;
            this.text = text;
        }
    }

    @Entity(name = "Hidden")
    @SQLRestriction("name <> 'x'")
    static class Hidden {
        @Id
        Long id = 1L;

        String name = "seen";
    }

    @Entity(name = "Deleted")
    @SoftDelete
    static class Deleted {
        @Id
        Long id = 1L;

        String name = "live";
    }
}
