package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.model;
import static io.turnkey.hibernate.Reading.projection;
import static io.turnkey.hibernate.Reading.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.hibernate.Reading.Values;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F31")
class KeysTest {
    private static final KeyModel<Values, Long> ID = key("id", Long.class);
    private static final KeyModel<Values, String> EMAIL = key("email", String.class);
    private static final KeyModel<Values, Login> LOGIN =
            key("tenantIdAndLogin", Login.class, "tenantId login", login -> List.of(login.tenantId(), login.login()));
    private static final KeyModel<Values, Level> LEVEL = key("level", Level.class);
    private static final KeyModel<Values, String> CITY = key("address.city", String.class);

    record Login(Long tenantId, String login) {}

    @ParameterizedTest
    @EnumSource(Databases.class)
    void one_value_or_many_are_found_with_one_statement(Databases database) {
        try (TestUnit unit = opened(database, 20)) {
            EntitySource<Values> users = users(unit);

            assertThat(ids(users.read(EMAIL, List.of("e7"), 9, CONTEXT))).containsExactly(7L);
            assertThat(ids(users.read(EMAIL, List.of("e1", "nobody", "e3"), 9, CONTEXT)))
                    .containsExactly(1L, 3L);
            assertThat(ids(users.read(CITY, List.of("Wien 2"), 9, CONTEXT))).containsExactly(2L);
            assertThat(users.read(EMAIL, List.of(), 9, CONTEXT)).isEmpty();
            assertThat(unit.statements()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F04")
    void a_composite_key_matches_its_parts_together(Databases database) {
        try (TestUnit unit = opened(database, 20)) {
            EntitySource<Values> users = users(unit);

            assertThat(ids(users.read(LOGIN, List.of(new Login(1L, "l3")), 9, CONTEXT)))
                    .containsExactly(3L);
            assertThat(ids(users.read(
                            LOGIN, List.of(new Login(1L, "l3"), new Login(0L, "l3"), new Login(0L, "l4")), 9, CONTEXT)))
                    .containsExactly(3L, 4L);
            assertThat(unit.statements()).hasSize(2).last().asString().contains(") in ((?,?),(?,?),(?,?),(?,?))");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F04")
    void a_composite_key_is_looked_up_in_its_index(Databases database) {
        try (TestUnit unit = opened(database, 3000)) {
            users(unit).read(LOGIN, List.of(new Login(1L, "l3"), new Login(0L, "l4")), 9, CONTEXT);
            String sql = unit.statements().get(0);
            unit.inTransaction(
                    session -> session.createNativeMutationQuery("analyze").executeUpdate());

            assertThat(plan(unit, sql, 1L, "l3", 0L, "l4", 9))
                    .containsIgnoringCase("user_login")
                    .doesNotContain("tableScan", "Seq Scan");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F04")
    void a_composite_key_may_mix_types(Databases database) {
        try (TestUnit unit = database.open(Mixed.class)) {
            UUID uuid = UUID.randomUUID();
            unit.inTransaction(session -> session.persist(new Mixed(uuid)));
            KeyModel<Values, Mixed> mixed = key(
                    "mixed",
                    Mixed.class,
                    "level uuid day small amount flag",
                    key -> List.of(key.level, key.uuid, key.day, key.small, key.amount, key.flag));
            EntitySource<Values> source = source(
                    unit,
                    model(
                            Mixed.class,
                            key("id", Integer.class),
                            List.of(mixed),
                            List.of(projection(Mixed.class, "id"))));

            assertThat(source.read(mixed, List.of(new Mixed(uuid)), 9, CONTEXT)).hasSize(1);
            assertThat(source.read(mixed, List.of(new Mixed(UUID.randomUUID()), new Mixed(uuid)), 9, CONTEXT))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F05")
    void an_embedded_id_is_found_by_its_leaves(Databases database) {
        try (TestUnit unit = database.open(Shelf.class)) {
            unit.inTransaction(session -> {
                session.persist(new Shelf(new ShelfId("A", 1)));
                session.persist(new Shelf(new ShelfId("A", 2)));
                session.persist(new Shelf(new ShelfId("B", 2)));
            });
            KeyModel<Values, ShelfId> id =
                    key("id", ShelfId.class, "id.hall id.number", shelf -> List.of(shelf.hall(), shelf.number()));
            EntitySource<Values> shelves = source(
                    unit, model(Shelf.class, id, List.of(), List.of(projection(Shelf.class, "id.hall id.number"))));

            assertThat(shelves.read(id, List.of(new ShelfId("A", 2)), 9, CONTEXT))
                    .extracting(Values::values)
                    .containsExactly(List.of("A", 2));
            assertThat(shelves.read(id, List.of(new ShelfId("A", 1), new ShelfId("B", 2)), 9, CONTEXT))
                    .extracting(Values::values)
                    .containsExactlyInAnyOrder(List.of("A", 1), List.of("B", 2));
            assertThat(unit.statements()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F05")
    void the_id_of_a_generic_superclass_is_found_by_its_own_type(Databases database) {
        try (TestUnit unit = database.open(Base.class, Token.class)) {
            UUID id = UUID.randomUUID();
            unit.inTransaction(session -> session.persist(new Token(id)));
            KeyModel<Values, UUID> key = key("id", UUID.class);
            EntitySource<Values> tokens =
                    source(unit, model(Token.class, key, List.of(), List.of(projection(Token.class, "id text"))));

            assertThat(tokens.read(key, List.of(id), 9, CONTEXT))
                    .extracting(Values::values)
                    .containsExactly(List.of(id, "token"));
            assertThat(tokens.read(key, List.of(UUID.randomUUID(), id), 9, CONTEXT))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F03")
    void a_converted_attribute_is_a_key_by_its_own_type(Databases database) {
        try (TestUnit unit = opened(database, 4)) {
            EntitySource<Values> users = users(unit);

            assertThat(ids(users.read(LEVEL, List.of(Level.HIGH), 9, CONTEXT))).containsExactly(2L, 4L);
            assertThat(ids(users.read(LEVEL, List.of(Level.HIGH, Level.LOW), 9, CONTEXT)))
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void no_more_than_one_row_above_the_limit_is_read(Databases database) {
        try (TestUnit unit = opened(database, 20)) {
            EntitySource<Values> users = users(unit);

            assertThat(users.read(LEVEL, List.of(Level.HIGH), 10, CONTEXT)).hasSize(10);
            assertThat(users.read(LEVEL, List.of(Level.HIGH), 9, CONTEXT)).hasSize(10);
            assertThat(users.read(LEVEL, List.of(Level.HIGH), 3, CONTEXT)).hasSize(4);
            assertThat(users.read(LEVEL, List.of(Level.HIGH), 0, CONTEXT)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void more_values_than_the_database_takes_are_split(Databases database) {
        try (TestUnit unit = opened(database, 3000)) {
            EntitySource<Values> users = users(unit);
            List<Long> ids = LongStream.rangeClosed(1, 3000).boxed().toList();
            List<Login> logins = LongStream.rangeClosed(1, 3000)
                    .mapToObj(id -> new Login(id % 2, "l" + id))
                    .toList();

            assertThat(users.read(ID, ids, Integer.MAX_VALUE, CONTEXT)).hasSize(3000);
            assertThat(unit.statements()).hasSize(3);
            assertThat(users.read(LOGIN, logins, Integer.MAX_VALUE, CONTEXT)).hasSize(3000);
            assertThat(unit.statements()).hasSize(3);
            assertThat(users.read(ID, ids, 1500, CONTEXT)).hasSize(1501);
            assertThat(unit.statements()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void all_this_works_under_strict_query_compliance(Databases database) {
        try (TestUnit unit = opened(database, 20, settings -> settings.queryCompliance(true))) {
            List<Login> logins = List.of(new Login(1L, "l3"), new Login(0L, "l3"), new Login(0L, "l4"));

            assertThat(ids(users(unit).read(LOGIN, logins, 9, CONTEXT))).containsExactly(3L, 4L);
            assertThat(unit.statements()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_key_of_another_model_is_refused(Databases database) {
        try (TestUnit unit = opened(database, 1)) {
            EntitySource<Values> users = users(unit);
            KeyModel<Values, String> unknown = key("phone", String.class);

            assertThatThrownBy(() -> users.read(unknown, List.of("1"), 9, CONTEXT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("User", "phone");
        }
    }

    private static String plan(TestUnit unit, String sql, Object... parameters) {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = unit.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("explain " + sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return plan.toString();
    }

    private static EntitySource<Values> users(TestUnit unit) {
        return source(
                unit,
                model(User.class, ID, List.of(EMAIL, LOGIN, LEVEL, CITY), List.of(projection(User.class, "id email"))));
    }

    private static List<Object> ids(List<Values> rows) {
        return rows.stream().map(row -> row.get(0)).sorted().toList();
    }

    private static TestUnit opened(Databases database, int users) {
        return opened(database, users, settings -> {});
    }

    private static TestUnit opened(
            Databases database, int users, Consumer<HibernatePersistenceConfiguration> settings) {
        TestUnit unit = database.open(settings, User.class, Address.class, LevelConverter.class);
        unit.inTransaction(session -> {
            for (long id = 1; id <= users; id++) {
                session.persist(new User(id));
            }
        });
        return unit;
    }

    enum Level {
        LOW,
        HIGH
    }

    static class LevelConverter implements AttributeConverter<Level, String> {
        @Override
        public String convertToDatabaseColumn(Level level) {
            return level == null ? null : level.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Level convertToEntityAttribute(String column) {
            return column == null ? null : Level.valueOf(column.toUpperCase(Locale.ROOT));
        }
    }

    @Embeddable
    record Address(String city) {}

    @Entity(name = "User")
    @Table(
            name = "users",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "user_login",
                            columnNames = {"tenantId", "login"}))
    static class User {
        @Id
        Long id;

        @Column(unique = true)
        String email;

        Long tenantId;
        String login;

        @Convert(converter = LevelConverter.class)
        Level level;

        Address address;

        User() {}

        User(long id) {
            this.id = id;
            email = "e" + id;
            tenantId = id % 2;
            login = "l" + id;
            level = id % 2 == 0 ? Level.HIGH : Level.LOW;
            address = new Address("Wien " + id);
        }
    }

    @Entity(name = "Mixed")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"level", "uuid", "day_", "small", "amount", "flag"}))
    static class Mixed {
        @Id
        Integer id = 1;

        Level level = Level.HIGH;
        UUID uuid;

        @Column(name = "day_")
        LocalDate day = LocalDate.EPOCH;

        Short small = 3;

        @Column(precision = 12, scale = 4)
        BigDecimal amount = new BigDecimal("1.5");

        Boolean flag = true;

        Mixed() {}

        Mixed(UUID uuid) {
            this.uuid = uuid;
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

    @MappedSuperclass
    abstract static class Base<K> {
        @Id
        K id;
    }

    @Entity(name = "Token")
    static class Token extends Base<UUID> {
        String text = "token";

        Token() {}

        Token(UUID id) {
            this.id = id;
        }
    }
}
