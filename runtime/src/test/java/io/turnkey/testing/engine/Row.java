package io.turnkey.testing.engine;

import org.jspecify.annotations.Nullable;

/** A row with each kind of key; {@code login} is unique within {@code tenant}. */
public record Row(
        long id, @Nullable String email, String tenant, String login, Status status, long version, String payload) {
    /** A key that many rows share. */
    public enum Status {
        ACTIVE,
        BLOCKED,
        GONE
    }

    /** A key of two attributes. */
    public record TenantLogin(String tenant, String login) {}

    /** An active row whose keys are made of its id. */
    public static Row of(long id) {
        return new Row(id, email(id), "t" + id % 3, "l" + id, Status.ACTIVE, 0, "p");
    }

    /** The e-mail of {@link #of}. */
    public static String email(long id) {
        return "r" + id + "@example.com";
    }

    public TenantLogin tenantLogin() {
        return new TenantLogin(tenant, login);
    }

    /** The next version with another e-mail. */
    public Row email(@Nullable String email) {
        return new Row(id, email, tenant, login, status, version + 1, payload);
    }

    /** The next version with another login. */
    public Row login(String tenant, String login) {
        return new Row(id, email, tenant, login, status, version + 1, payload);
    }

    /** The next version with another status. */
    public Row status(Status status) {
        return new Row(id, email, tenant, login, status, version + 1, payload);
    }

    /** The next version with another payload. */
    public Row payload(String payload) {
        return new Row(id, email, tenant, login, status, version + 1, payload);
    }
}
