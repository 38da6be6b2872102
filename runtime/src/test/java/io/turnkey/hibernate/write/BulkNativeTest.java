package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.BulkEntities.Customer;
import io.turnkey.testing.Databases;
import java.util.List;
import org.hibernate.procedure.ProcedureCall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Native SQL drops at least the models that it names, and all if it cannot be told. */
@Tag("F45")
@Tag("H15")
class BulkNativeTest {
    private static final String EVERYWHERE = "io.turnkey.hibernate.write.BulkUnit#everywhere";
    private static final List<String> ALL = committed("Customer", "Role", "Ledger", "Vehicle", "Purchase", "Line");

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_statement_drops_the_models_that_it_names(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.sql("update customers set name = 'b'")).isEqualTo(committed("Customer"));
            assertThat(bulk.sql("DELETE FROM Customers")).isEqualTo(committed("Customer"));
            assertThat(bulk.sql("insert into roles (id, name) values (1, 'a')")).isEqualTo(committed("Role"));
            assertThat(bulk.sql("truncate table customer_tags")).isEqualTo(committed("Customer"));
            assertThat(bulk.sql("update roles set name = (select max(name) from customers)"))
                    .isEqualTo(committed("Customer", "Role"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_merge_drops_its_target(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.sql("merge into roles r using (select 1 as id, 'a' as name) s on r.id = s.id "
                            + "when matched then update set name = s.name "
                            + "when not matched then insert (id, name) values (s.id, s.name)"))
                    .isEqualTo(committed("Role"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void quotes_schemas_comments_and_line_ends_do_not_hide_a_name(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            String schema = bulk.factory()
                    .fromSession(session -> session.createNativeQuery("select current_schema", String.class)
                            .getSingleResult());

            assertThat(bulk.sql("update \"Ledger Book\" set name = 'b'")).isEqualTo(committed("Ledger"));
            assertThat(bulk.sql("update \"" + schema + "\".\"Ledger Book\" set name = 'b'"))
                    .isEqualTo(committed("Ledger"));
            assertThat(bulk.sql("update " + schema + ".customers set name = 'b'"))
                    .isEqualTo(committed("Customer"));
            assertThat(bulk.sql("-- the roles\n/* of\nall */ update\n\tcustomers\nset name = 'b'"))
                    .isEqualTo(committed("Customer"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_name_in_a_literal_or_a_comment_is_none(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.sql("update customers /* not roles */ set name = 'it''s vehicles' -- nor lines"))
                    .isEqualTo(committed("Customer"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void collection_join_and_secondary_tables_belong_to_their_owner(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.sql("delete from customer_tags")).isEqualTo(committed("Customer"));
            assertThat(bulk.sql("delete from customer_roles")).isEqualTo(committed("Customer"));
            assertThat(bulk.sql("delete from ledger_details")).isEqualTo(committed("Ledger"));
            assertThat(bulk.sql("update cars set doors = 3")).isEqualTo(committed("Vehicle"));
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_table_that_hibernate_knows_and_no_model_uses_drops_nothing(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            assertThat(bulk.sql("update notes set name = 'b'")).isEmpty();
            assertThat(bulk.sql("delete from line_ids")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_table_that_hibernate_does_not_know_drops_all(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            bulk.sql("create view customer_names as select id, name from customers");

            assertThat(bulk.sql("update customer_names set name = 'b'")).isEqualTo(ALL);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_procedure_drops_all(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            bulk.sql(
                    database == Databases.H2
                            ? "create alias rename_all for \"java.lang.Thread.activeCount\""
                            : "create procedure rename_all() language sql as 'update customers set name = ''b'''");

            assertThat(bulk.sql("call rename_all()")).isEqualTo(ALL);
            assertThat(bulk.in(session -> {
                        try (ProcedureCall call = session.createStoredProcedureCall("rename_all")) {
                            call.execute();
                        }
                    }))
                    .isEqualTo(ALL);
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void a_truncation_that_cascades_drops_all(Door door) {
        try (BulkUnit bulk = BulkUnit.open(Databases.POSTGRESQL, door)) {
            assertThat(bulk.sql("truncate table purchases cascade")).isEqualTo(ALL);
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void a_statement_in_with_is_seen_though_it_runs_as_a_query(Door door) {
        try (BulkUnit bulk = BulkUnit.open(Databases.POSTGRESQL, door)) {
            bulk.given(session -> session.persist(new Customer(1, "a")));

            List<String> heard = bulk.in(session -> session.createNativeQuery(
                            "with gone as (delete from customers returning name) select name from gone", String.class)
                    .getResultList());

            assertThat(heard).isEqualTo(committed("Customer"));
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void a_statement_that_returns_rows_is_seen_though_it_runs_as_a_query(Door door) {
        try (BulkUnit bulk = BulkUnit.open(Databases.POSTGRESQL, door)) {
            bulk.given(session -> session.persist(new Customer(1, "a")));

            List<String> heard = bulk.in(
                    session -> session.createNativeQuery("update customers set name = 'b' returning name", String.class)
                            .getResultList());

            assertThat(heard).isEqualTo(committed("Customer"));
        }
    }
}
