package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the database deletes or changes by itself when rows are deleted. */
@Tag("F44")
@Tag("F45")
@Tag("H30")
class CascadesTest {
    private static final String EVERYWHERE = "io.turnkey.hibernate.write.BulkUnit#everywhere";

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_bulk_delete_drops_the_children_and_theirs_too(Databases database, Door door) {
        try (BulkUnit bulk = open(database, door)) {
            assertThat(bulk.hql("delete Company")).isEqualTo(committed("Company", "Employee", "Badge", "Desk", "Team"));
            assertThat(bulk.sql("delete from Company"))
                    .isEqualTo(committed("Company", "Employee", "Badge", "Desk", "Team"));
            assertThat(bulk.hql("delete Employee")).isEqualTo(committed("Employee", "Badge", "Desk", "Team"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void nothing_else_passes_on(Databases database, Door door) {
        try (BulkUnit bulk = open(database, door)) {
            assertThat(bulk.hql("update Company set name = 'b'")).isEqualTo(committed("Company"));
            assertThat(bulk.sql("update Company set name = 'b'")).isEqualTo(committed("Company"));
            assertThat(bulk.hql("insert into Company (id, name) values (1, 'a')"))
                    .isEqualTo(committed("Company"));
            assertThat(bulk.hql("delete Visitor")).isEqualTo(committed("Visitor"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void the_children_are_where_the_database_cascades_to(Databases database, Door door) {
        try (BulkUnit bulk = open(database, door)) {
            bulk.given(session -> {
                Company company = new Company();
                company.id = 1L;
                Manager manager = new Manager();
                manager.id = 1L;
                manager.company = company;
                Badge badge = new Badge();
                badge.employee = manager;
                session.persist(company);
                session.persist(manager);
                session.persist(badge);
            });

            bulk.hql("delete Company");

            List<Badge> left = bulk.factory()
                    .fromSession(session -> session.createSelectionQuery("from Badge", Badge.class)
                            .getResultList());
            assertThat(left).isEmpty();
        }
    }

    @Test
    void the_children_of_a_model_are_those_of_its_rows() {
        try (TestUnit unit = Databases.H2.open(ALL)) {
            Cascades cascades = Cascades.of(unit.factory().unwrap(SessionFactoryImplementor.class));

            assertThat(cascades.children(Company.class))
                    .containsExactlyInAnyOrder(Employee.class, Badge.class, Desk.class, Team.class);
            assertThat(cascades.children(Employee.class))
                    .containsExactlyInAnyOrder(Badge.class, Desk.class, Team.class);
            assertThat(cascades.children(Badge.class)).isEmpty();
            assertThat(cascades.children(Visitor.class)).isEmpty();
            assertThat(cascades.children(Object.class)).isEmpty();
        }
    }

    @Test
    void a_model_is_a_child_of_its_own_where_other_rows_of_it_go_too() {
        try (TestUnit unit = Databases.H2.open(ALL)) {
            Cascades cascades = Cascades.of(unit.factory().unwrap(SessionFactoryImplementor.class));

            assertThat(cascades.children(Category.class)).containsExactly(Category.class);
        }
    }

    private static BulkUnit open(Databases database, Door door) {
        return BulkUnit.of(
                database.open(ALL),
                door,
                Company.class,
                Employee.class,
                Badge.class,
                Desk.class,
                Team.class,
                Visitor.class,
                Category.class);
    }

    private static final Class<?>[] ALL = {
        Company.class, Employee.class, Manager.class, Badge.class, Desk.class, Team.class, Visitor.class, Category.class
    };

    @Entity(name = "Company")
    static class Company {
        @Id
        Long id;

        String name;
    }

    /** Its rows go with the company's; its own tables of subclass and collection are no children of it. */
    @Entity(name = "Employee")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Employee {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Company company;

        @ElementCollection
        @CollectionTable(name = "phones")
        @OnDelete(action = OnDeleteAction.CASCADE)
        Set<String> phones = new HashSet<>();
    }

    @Entity(name = "Manager")
    @OnDelete(action = OnDeleteAction.CASCADE)
    static class Manager extends Employee {
        int budget;
    }

    /** Shares the employee's id. */
    @Entity(name = "Badge")
    static class Badge {
        @Id
        Long id;

        @MapsId
        @OneToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Employee employee;
    }

    /** Stays, without its employee. */
    @Entity(name = "Desk")
    static class Desk {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        Employee employee;
    }

    /** Loses members, by a foreign key that is written by hand. */
    @Entity(name = "Team")
    static class Team {
        @Id
        Long id;

        @ManyToMany
        @JoinTable(
                name = "team_members",
                joinColumns = @JoinColumn(name = "team_id"),
                inverseJoinColumns =
                        @JoinColumn(
                                name = "member_id",
                                foreignKey =
                                        @ForeignKey(
                                                foreignKeyDefinition =
                                                        "foreign key (member_id) references Employee on delete cascade")))
        Set<Employee> members = new HashSet<>();
    }

    /** The database forbids to delete its company. */
    @Entity(name = "Visitor")
    static class Visitor {
        @Id
        Long id;

        @ManyToOne
        Company company;
    }

    @Entity(name = "Category")
    static class Category {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Category parent;
    }
}
