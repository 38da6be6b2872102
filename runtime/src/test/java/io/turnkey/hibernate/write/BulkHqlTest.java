package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.BulkEntities.Car;
import io.turnkey.hibernate.write.BulkEntities.Customer;
import io.turnkey.hibernate.write.BulkEntities.Ledger;
import io.turnkey.hibernate.write.BulkEntities.Role;
import io.turnkey.testing.Databases;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HQL drops exactly the models whose tables it writes. */
@Tag("F45")
@Tag("H15")
class BulkHqlTest {
    private static final String EVERYWHERE = "io.turnkey.hibernate.write.BulkUnit#everywhere";

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void an_update_drops_the_model_that_it_writes(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.hql("update Customer set name = 'b'")).isEqualTo(committed("Customer"));
            assertThat(bulk.hql("update versioned Customer set name = 'b'")).isEqualTo(committed("Customer"));
            assertThat(bulk.hql("update Ledger set name = 'b'")).isEqualTo(committed("Ledger"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_delete_drops_the_model_that_it_writes(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.hql("delete Customer")).isEqualTo(committed("Customer"));
            assertThat(bulk.hql("delete from Customer c where c.name like 'a%'"))
                    .isEqualTo(committed("Customer"));
            assertThat(bulk.hql("delete Ledger where detail = 'b'")).isEqualTo(committed("Ledger"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void an_insert_drops_the_model_that_it_fills_and_not_the_one_that_it_reads(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            bulk.given(session -> session.persist(new Customer(1, "a")));

            assertThat(bulk.hql("insert into Role (id, name) select id, name from Customer"))
                    .isEqualTo(committed("Role"));
            assertThat(bulk.hql("insert into Role (id, name) values (7, 'x')")).isEqualTo(committed("Role"));
            assertThat(
                            bulk.hql(
                                    "insert into Role (id, name) values (7, 'y') on conflict (id) do update set name = excluded.name"))
                    .isEqualTo(committed("Role"));
            Role role = bulk.factory().fromSession(session -> session.find(Role.class, 7));
            assertThat(role.name).isEqualTo("y");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_model_that_is_only_read_in_a_subselect_stays(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.hql("update Role r set r.name = (select max(c.name) from Customer c) where exists "
                            + "(select 1 from Vehicle v where v.name = r.name)"))
                    .isEqualTo(committed("Role"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_hierarchy_of_several_tables_is_dropped_whichever_way_hibernate_takes(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            bulk.given(session -> session.persist(new Car(1, "a")));

            assertThat(bulk.hql("update Vehicle set name = 'b'")).isEqualTo(committed("Vehicle"));
            assertThat(bulk.hql("update versioned Vehicle set name = 'b'")).isEqualTo(committed("Vehicle"));
            assertThat(bulk.hql("update Car set name = 'c', doors = 4 where doors < 4"))
                    .isEqualTo(committed("Vehicle"));
            assertThat(bulk.hql("insert into Car (id, name, doors, version) select id + 1, name, doors, 0 from Car"))
                    .isEqualTo(committed("Vehicle"));
            assertThat(bulk.hql("delete Vehicle where name <> (select max(r.name) from Role r)"))
                    .isEqualTo(committed("Vehicle"));
            assertThat(bulk.hql("delete Car")).isEqualTo(committed("Vehicle"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_table_beside_the_entitys_own_belongs_to_it(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            bulk.given(session -> session.persist(new Ledger(1, "a")));

            assertThat(bulk.hql("update Ledger set detail = 'b'")).isEqualTo(committed("Ledger"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void an_entity_without_a_cache_drops_nothing(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.hql("update Note set name = 'b'")).isEmpty();
            assertThat(bulk.hql("delete Note n where n.name in (select c.name from Customer c)"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void several_statements_block_each_model_once(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            List<String> heard = bulk.in(session -> {
                session.createMutationQuery("update Customer set name = 'b'").executeUpdate();
                session.createMutationQuery("delete Role").executeUpdate();
                session.createMutationQuery("update Customer set name = 'c'").executeUpdate();
            });

            assertThat(heard).isEqualTo(committed("Customer", "Role"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_query_drops_nothing(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            List<String> heard = bulk.in(session -> {
                session.createSelectionQuery("from Customer", Customer.class).getResultList();
                session.createSelectionQuery(
                                "with named as (select name as name from Customer) select name from named",
                                String.class)
                        .getResultList();
                session.createNativeQuery("select name from customers for update", String.class)
                        .getResultList();
            });

            assertThat(heard).isEmpty();
        }
    }
}
