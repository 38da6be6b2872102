package io.turnkey.hibernate.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told from the text of a statement. */
@Tag("F45")
class SqlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a from t",
                "  SELECT 'update t set a = 1'",
                "/* update t */ select a from t",
                "-- delete from t\nselect a from t",
                "((select 1) union (select 2))",
                "values (1)",
                "select\n1",
                "set local lock_timeout = 10",
                "with a as (select 1) select * from a",
                "with updates as (select 'x' as \"delete\" from u) select u.update from updates for update of u",
            })
    void a_query_reads(String sql) {
        assertThat(Sql.reads(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update t set a = 1",
                "selection",
                "call p()",
                "{? = call f(?)}",
                "do $$ begin update t set a = 1; end $$",
                "begin p(); end;",
                "explain analyze delete from t",
                "with a as (insert into t values (1) returning id) select id from a",
                "with a as (select 1) update t set b = 1",
                "with a as (select 'it\\'s') select 1",
                "",
            })
    void anything_else_may_write(String sql) {
        assertThat(Sql.reads(sql)).isFalse();
    }

    @Test
    void the_table_behind_the_verb_is_written() {
        assertThat(targets("update Users set a = 1")).containsExactly("users");
        assertThat(targets("update only users u set a = 1")).containsExactly("users");
        assertThat(targets("insert into users (id) values (1)")).containsExactly("users");
        assertThat(targets("insert ignore into `users` values (1)")).containsExactly("users");
        assertThat(targets("delete from app.public.\"Order Items\" where id = 1"))
                .containsExactly("order items");
        assertThat(targets("delete from [dbo].[Order Items]")).containsExactly("order items");
        assertThat(targets("insert into #HT_users (id) select id from users")).containsExactly("#ht_users");
        assertThat(targets("truncate table users")).containsExactly("users");
        assertThat(targets("replace into users values (1)")).containsExactly("users");
        assertThat(targets("update a set b = 1; delete from c")).containsExactly("a", "c");
    }

    @Test
    void a_verb_that_belongs_to_another_names_no_table() {
        assertThat(targets("insert into users (id) values (1) on conflict (id) do update set a = 1"))
                .containsExactly("users");
        assertThat(targets("insert into users (id) values (1) on duplicate key update a = 1"))
                .containsExactly("users");
        assertThat(targets("merge into users using s on (a = b) when matched then update set a = 1 "
                        + "when matched and c then delete when not matched then insert values (1)"))
                .containsExactly("users");
        assertThat(targets("update users set a = replace(b, 'x', insert(c, 1, 2, 'y'))"))
                .containsExactly("users");
        assertThat(targets("update users u set delete = u.update")).containsExactly("users");
    }

    @Test
    void only_what_may_delete_rows_passes_on() {
        assertThat(Sql.parse("delete from users").deletes()).isTrue();
        assertThat(Sql.parse("merge into users using s on (a = b) when matched then delete")
                        .deletes())
                .isTrue();
        assertThat(Sql.parse("with a as (delete from users returning id) select id from a")
                        .deletes())
                .isTrue();
        assertThat(Sql.parse("update users set a = 'delete from users'").deletes())
                .isFalse();
    }

    @Test
    void literals_and_comments_name_nothing() {
        Sql sql = Sql.parse("update users set a = 'it''s roles' /* orders */ -- lines\n where b = 1");

        assertThat(sql.opaque()).isFalse();
        assertThat(sql.names()).contains("users", "a", "b").doesNotContain("roles", "orders", "lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update users set a = 'it\\'s' where b = 'x'",
                "update users set a = $$it's$$",
                "update users set a = $body$it's$body$",
                "update users set a = 'x",
                "update \"users set a = 1",
                "update users /* a /* b */ c */ set a = 1",
                "update users set a = 1 /* to the end",
                "update users /*! , roles */ set a = 1",
                "truncate users cascade",
                "call p()",
                "update",
                "drop table users",
            })
    void what_databases_read_differently_could_write_anything(String sql) {
        assertThat(Sql.parse(sql).opaque()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update users set a = $1 where b = $2",
                "update users set a = array['x', 'y'], b[1] = c[d[2]]",
                "update users set path = 'c:\\dir'",
            })
    void what_is_only_unusual_is_understood(String sql) {
        assertThat(Sql.parse(sql).opaque()).isFalse();
        assertThat(targets(sql)).containsExactly("users");
    }

    private static List<String> targets(String sql) {
        return Sql.parse(sql).targets();
    }
}
