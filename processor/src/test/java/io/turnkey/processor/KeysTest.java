package io.turnkey.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.processor.model.CachedEntity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeysTest extends ReadingTest {
    @Test
    @Tag("F02")
    @Tag("F03")
    void keysStandOnFieldsAndGettersAndOnAssociations() {
        CachedEntity entity = read("""
                @Entity @Cacheable @SuppressWarnings("turnkey:unique-without-constraint") class User {
                  @Id Long id; @KeyField private String email; private String login; @KeyField(unique = false) Status status;
                  @KeyField @OneToOne Profile profile; @KeyField(unique = false) @ManyToOne Profile customer; @KeyField String key;
                  @KeyField String getLogin() { return login; }
                  enum Status { ON } @Entity static class Profile { @Id Integer id; }
                }
                """).entity("User");

        assertThat(keys(entity))
                .containsExactly(
                        "getByEmail(email: String)",
                        "getByLogin(login: String)",
                        "listByStatus(status: User.Status)",
                        "getByProfileId(profileId: Integer)",
                        "listByCustomerId(customerId: Integer)",
                        "getByKey(key: String)");
    }

    @Test
    @Tag("F04")
    void severalAttributesMakeOneKey() {
        CachedEntity entity = read("""
                @Entity @Cacheable
                @KeyFields(value = {"tenantId", "login"}, unique = false)
                @KeyFields(value = {"address.city", "customer"}, unique = false)
                @KeyFields(value = {"login", "address.zip"}, name = "account", unique = false)
                class User extends Base { @Id Long id; String login; Address address; @ManyToOne User customer;
                  @Embeddable static class Address { String city; int zip; } }
                @MappedSuperclass @KeyFields(value = {"tenantId", "id"}, unique = false) class Base { Long tenantId; }
                """).entity("User");

        assertThat(keys(entity))
                .containsExactly(
                        "listByTenantIdAndId(tenantId: Long, id: Long)",
                        "listByTenantIdAndLogin(tenantId: Long, login: String)",
                        "listByAddressCityAndCustomerId(address.city: String, customerId: Long)",
                        "listByAccount(login: String, address.zip: int)");
        assertThat(entity.keys().get(1).composite().orElseThrow().canonicalName())
                .isEqualTo("shop.UserCache.TenantIdAndLogin");
        assertThat(entity.keys().get(3).name()).isEqualTo("account");
    }
}
