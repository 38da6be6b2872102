package io.turnkey.example.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.example.model.Customer;
import io.turnkey.example.model.CustomerStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private final List<Customer> customers = IntStream.rangeClosed(1, ShopSize.FULL.customers())
            .mapToObj(Customers::customer)
            .toList();

    @Test
    void are_at_least_fifty_thousand_with_an_email_and_a_login_each() {
        assertThat(customers).hasSizeGreaterThanOrEqualTo(50_000);
        assertThat(customers).extracting(Customer::getEmail).doesNotHaveDuplicates();
        assertThat(customers)
                .extracting(customer -> Map.entry(customer.getTenantId(), customer.getLogin()))
                .doesNotHaveDuplicates();
    }

    @Test
    void live_in_countries_that_exist() {
        assertThat(customers)
                .extracting(customer -> customer.getAddress().country())
                .isSubsetOf(Arrays.asList(Locale.getISOCountries()));
    }

    @Test
    void are_mostly_active_and_rarely_blocked() {
        Map<CustomerStatus, Long> counts =
                customers.stream().collect(Collectors.groupingBy(Customer::getStatus, Collectors.counting()));
        assertThat(counts).containsOnlyKeys(CustomerStatus.values());
        assertThat(counts.get(CustomerStatus.ACTIVE)).isGreaterThan(counts.get(CustomerStatus.DORMANT));
        assertThat(counts.get(CustomerStatus.DORMANT)).isGreaterThan(counts.get(CustomerStatus.BLOCKED));
    }

    @Test
    void are_the_same_in_every_run() {
        assertThat(Customers.customer(4711)).usingRecursiveComparison().isEqualTo(Customers.customer(4711));
        assertThat(Customers.email(1)).isEqualTo("ada@example.com");
    }
}
