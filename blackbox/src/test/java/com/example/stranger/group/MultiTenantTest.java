package com.example.stranger.group;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.stranger.support.Unit;
import io.turnkey.CacheException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;
import org.hibernate.annotations.TenantId;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A persistence unit whose rows belong to tenants")
@Tag("F70")
class MultiTenantTest {
    @Entity(name = "Lease")
    static class Lease {
        @Id
        Long id;

        @TenantId
        String tenant;
    }

    private static final class OneTenant implements CurrentTenantIdentifierResolver<String> {
        @Override
        public String resolveCurrentTenantIdentifier() {
            return "one";
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return false;
        }
    }

    @Test
    void isRefusedByTheGroupAndByACacheAlone() {
        try (Unit unit =
                new Unit(Map.of("hibernate.tenant_identifier_resolver", new OneTenant()), Airport.class, Lease.class)) {
            assertThatExceptionOfType(CacheException.class)
                    .isThrownBy(() -> GeneratedCaches.all().open(unit.factory()))
                    .withMessageContaining("multi-tenant");
            assertThatExceptionOfType(CacheException.class)
                    .isThrownBy(() -> AirportCache.open(unit.factory()))
                    .withMessageContaining("multi-tenant");
        }
    }
}
