package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

public final class Probe {
    private static User user(long id, String email, String login) {
        User user = new User();
        user.setId(id);
        user.setEmail(email);
        user.setLogin(login);
        return user;
    }

    private static UserCache.InMemory cache() {
        return UserCache.inMemory(List.of(user(1, "ada@x", "ada"), user(2, "bob@x", "bob"), user(3, "cy@x", "cy")));
    }

    public static void everyKeyFindsTheRow() {
        UserCache.InMemory users = cache();
        UserSnapshot ada = users.getById(1L).orElseThrow();

        assertThat(users.getByEmail("ada@x")).contains(ada);
        assertThat(users.peekByEmail("ada@x")).contains(ada);
        assertThat(users.isCachedByEmail("ada@x")).isTrue();
        assertThat(users.getByTenantIdAndLogin(7L, "ada")).contains(ada);
        assertThat(users.listByStatus(Status.ACTIVE)).hasSize(3).contains(ada);
        assertThat(users.getByKey("email", "ada@x")).contains(ada);
        assertThat(users.getByEmail("nobody")).isEmpty();
    }

    public static void bulkMethodsAnswerInArgumentOrder() {
        UserCache.InMemory users = cache();

        Map<String, UserSnapshot> found = users.getManyByEmail(Arrays.asList("cy@x", "nobody", "ada@x"));
        Map<UserCache.TenantIdAndLogin, UserSnapshot> composite = users.getManyByTenantIdAndLogin(
                List.of(new UserCache.TenantIdAndLogin(7L, "bob"), new UserCache.TenantIdAndLogin(8L, "bob")));

        assertThat(found.keySet()).containsExactly("cy@x", "ada@x");
        assertThat(composite.keySet()).containsExactly(new UserCache.TenantIdAndLogin(7L, "bob"));
        assertThat(users.listManyByStatus(List.of(Status.BLOCKED, Status.ACTIVE)).get(Status.ACTIVE)).hasSize(3);
    }

    public static void rowsComeAndGo() {
        UserCache.InMemory users = cache();

        users.put(user(1, "new@x", "ada"));

        assertThat(users.getByEmail("ada@x")).isEmpty();
        assertThat(users.getByEmail("new@x")).isPresent();
        assertThat(users.remove(1L)).isTrue();
        assertThat(users.remove(1L)).isFalse();
        assertThat(users.getByEmail("new@x")).isEmpty();
        assertThat(users.listByStatus(Status.ACTIVE)).hasSize(2);
    }

    public static void nullIsNamed() {
        UserCache users = cache();

        assertThatThrownBy(() -> users.getByEmail(null)).isInstanceOf(NullPointerException.class).hasMessage("email");
        assertThatThrownBy(() -> users.listByStatus(null)).isInstanceOf(NullPointerException.class).hasMessage("status");
        assertThatThrownBy(() -> users.getByTenantIdAndLogin(1L, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("login");
        assertThatThrownBy(() -> users.invalidateByEmail(null)).isInstanceOf(NullPointerException.class).hasMessage("email");
    }
}
