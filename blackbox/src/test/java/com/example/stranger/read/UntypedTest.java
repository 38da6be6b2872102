package com.example.stranger.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.example.blackbox.keys.Membership;
import com.example.blackbox.keys.MembershipCache;
import com.example.blackbox.keys.MembershipSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("The untyped twins, for tools")
@Tag("F34")
class UntypedTest {
    private final Database database;
    private EntityCache<MembershipSnapshot, Long> members;

    UntypedTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        database.delete(Membership.class);
        Membership row = new Membership();
        row.id = 1L;
        row.tenantId = 5;
        row.login = "ada";
        row.key = "k";
        row.many = 3;
        database.persist(row);
        members =
                MembershipCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(database.factory());
    }

    @AfterEach
    void close() {
        members.close();
    }

    @Test
    void doWhatTheTypedOnesDo() {
        MembershipSnapshot ada = members.getByKey("id", 1L).orElseThrow();
        var composite = new MembershipCache.TenantIdAndLogin(5, "ada");

        assertThat(members.getByKey("key", "k")).contains(ada);
        assertThat(members.getByKey("tenantIdAndLogin", composite)).contains(ada);
        assertThat(members.getManyByKey("key", List.of("k", "other"))).containsOnlyKeys("k");
        assertThat(members.listByKey("many", 3)).containsExactly(ada);
        assertThat(members.isCached("many", 3)).isTrue();
        assertThat(members.isCached("key", "k")).isTrue();
        members.invalidate("tenantIdAndLogin", composite);
        assertThat(members.isCached("id", 1L)).isFalse();
        assertThat(members.isCached("many", 3)).isFalse();
        members.getById(1L);
        members.clearIndex("key");
        assertThat(members.isCached("key", "k")).isFalse();
        assertThat(members.isCached("id", 1L)).isTrue();
    }

    /** Each of them, asked for this value of this key. */
    enum Twin {
        GET((members, key, value) -> members.getByKey(key, value)),
        GET_MANY((members, key, value) -> members.getManyByKey(key, List.of(value))),
        LIST((members, key, value) -> members.listByKey(key, value)),
        IS_CACHED((members, key, value) -> members.isCached(key, value)),
        INVALIDATE((members, key, value) -> members.invalidate(key, value));

        private final Asked asked;

        Twin(Asked asked) {
            this.asked = asked;
        }

        /** A key that it takes. */
        String key() {
            return this == LIST ? "many" : "key";
        }
    }

    private interface Asked {
        void of(EntityCache<?, ?> members, String key, Object value);
    }

    @ParameterizedTest
    @EnumSource
    void listTheKeysOfTheModelWhenAskedForAnother(Twin twin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twin.asked.of(members, "email", "k"))
                .withMessageContaining("email")
                .withMessageContainingAll("Membership", "id", "key", "many", "tenantIdAndLogin", "address");
    }

    @ParameterizedTest
    @EnumSource
    void refuseAValueOfAnotherType(Twin twin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twin.asked.of(members, twin.key(), 'x'))
                .withMessageContainingAll(twin.key(), "Membership", "Character");
    }

    @Test
    void sayWhichTypeTheyWant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> members.getByKey("id", 1))
                .withMessageContainingAll("id", "Long", "Integer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> members.getByKey("many", 3))
                .withMessageContaining("listByKey");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> members.listByKey("key", "k"))
                .withMessageContaining("getByKey");
    }
}
