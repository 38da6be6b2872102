package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.PendingWrites;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that read otherwise since a row that they refer to is gone. */
@Tag("F44")
@Tag("F45")
@Tag("H30")
class ReferencesTest {
    private static final String EVERYWHERE = "io.turnkey.hibernate.write.BulkUnit#everywhere";

    private static final Class<?>[] ENTITIES = {
        Role.class,
        Guild.class,
        SecretGuild.class,
        User.class,
        Post.class,
        Clerk.class,
        Roster.class,
        Node.class,
        Loose.class,
        Key.class,
        Stranger.class
    };

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_row_that_is_marked_as_deleted_drops_who_refers_to_it(Databases database, Door door) {
        try (TestUnit unit = database.open(ENTITIES)) {
            unit.inTransaction(session -> session.persist(new Role()));
            List<String> log = new ArrayList<>();
            for (Class<?> model : List.of(User.class, Post.class, Clerk.class, Roster.class, Stranger.class)) {
                new RecordingSink<>(Values.model(model, Long.class, "id", "", "")) {
                    @Override
                    public PendingWrites blockAll() {
                        log.add(model.getSimpleName());
                        return outcome -> log.add(model.getSimpleName() + " " + outcome);
                    }
                }.listenTo(unit.factory());
            }

            door.inTransaction(unit.factory(), session -> {
                if (session instanceof Session stateful) {
                    stateful.remove(stateful.find(Role.class, 1L));
                } else {
                    ((StatelessSession) session).delete(new Role());
                }
            });

            assertThat(log)
                    .containsExactlyInAnyOrder(
                            "User",
                            "Post",
                            "Clerk",
                            "Roster",
                            "User COMMITTED",
                            "Post COMMITTED",
                            "Clerk COMMITTED",
                            "Roster COMMITTED");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void so_do_statements_that_mark_it_or_take_the_mark_away(Databases database, Door door) {
        try (BulkUnit bulk = open(database, door, User.class, Post.class, Clerk.class, Roster.class, Stranger.class)) {
            assertThat(bulk.hql("delete Role")).isEqualTo(committed("User", "Post", "Clerk", "Roster"));
            assertThat(bulk.sql("update Role set deleted = false"))
                    .isEqualTo(committed("User", "Post", "Clerk", "Roster"));
            assertThat(bulk.sql("delete from Role")).isEqualTo(committed("User", "Post", "Clerk", "Roster"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void so_does_a_delete_of_a_hierarchy_and_of_one_class_of_it(Databases database, Door door) {
        try (BulkUnit bulk = open(database, door, User.class, Stranger.class)) {
            assertThat(bulk.hql("delete Guild")).isEqualTo(committed("User"));
            assertThat(bulk.hql("delete SecretGuild")).isEqualTo(committed("User"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void another_update_of_the_target_drops_nobody(Databases database, Door door) {
        try (BulkUnit bulk = open(database, door, User.class, Post.class, Clerk.class, Roster.class)) {
            assertThat(bulk.hql("update Role set name = 'b'")).isEmpty();
            assertThat(bulk.sql("update Role set name = 'b' where deleted = true"))
                    .isEmpty();
            assertThat(bulk.hql("update Guild set name = 'b'")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_target_that_may_be_missing_drops_who_refers_to_it_when_it_is_deleted(Databases database, Door door) {
        try (BulkUnit bulk = open(database, door, Loose.class)) {
            assertThat(bulk.hql("delete Key")).isEqualTo(committed("Loose"));
            assertThat(bulk.hql("update Key set name = 'b'")).isEmpty();
        }
    }

    @Test
    void rows_of_the_same_model_may_refer_to_each_other() {
        try (TestUnit unit = Databases.H2.open(ENTITIES)) {
            Cascades cascades = Cascades.of(unit.factory().unwrap(SessionFactoryImplementor.class));

            assertThat(cascades.children(Node.class)).containsExactly(Node.class);
            assertThat(cascades.children(User.class)).isEmpty();
        }
    }

    private static BulkUnit open(Databases database, Door door, Class<?>... models) {
        return BulkUnit.of(database.open(ENTITIES), door, models);
    }

    @Entity(name = "Role")
    @SoftDelete
    static class Role {
        @Id
        Long id = 1L;

        String name;

        @OneToOne
        Stranger known;

        @ManyToMany
        Set<Stranger> strangers = new HashSet<>();
    }

    /** The mark is the time, in the first of several tables. */
    @Entity(name = "Guild")
    @Inheritance(strategy = InheritanceType.JOINED)
    @SoftDelete(strategy = SoftDeleteType.TIMESTAMP, columnName = "gone_at")
    static class Guild {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "SecretGuild")
    static class SecretGuild extends Guild {
        String password;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        Long id;

        @ManyToMany
        Set<Role> roles = new HashSet<>();

        @ManyToMany
        Set<SecretGuild> guilds = new HashSet<>();
    }

    @Entity(name = "Post")
    static class Post {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Role visibleTo;
    }

    @Entity(name = "Clerk")
    static class Clerk {
        @Id
        Long id;

        @ElementCollection
        Set<Duty> duties = new HashSet<>();
    }

    @Embeddable
    record Duty(String name, @ManyToOne Role role) {}

    @Entity(name = "Roster")
    static class Roster {
        @Id
        Long id;

        @ElementCollection
        @MapKeyJoinColumn(name = "role_id")
        Map<Role, String> byRole = new HashMap<>();
    }

    /** Its own row and snapshot know nothing of roles. */
    @Entity(name = "Stranger")
    static class Stranger {
        @Id
        Long id;

        @OneToOne(mappedBy = "known")
        Role knownBy;

        @ManyToMany(mappedBy = "strangers")
        Set<Role> roles = new HashSet<>();
    }

    @Entity(name = "Node")
    @SoftDelete
    static class Node {
        @Id
        Long id;

        @ManyToOne
        Node parent;
    }

    @Entity(name = "Loose")
    static class Loose {
        @Id
        Long id;

        @ManyToOne
        @NotFound(action = NotFoundAction.IGNORE)
        Key key;
    }

    @Entity(name = "Key")
    @Table(name = "keys")
    static class Key {
        @Id
        Long id;

        String name;
    }
}
