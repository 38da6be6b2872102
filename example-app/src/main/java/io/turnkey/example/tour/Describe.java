package io.turnkey.example.tour;

import io.turnkey.example.console.Numbers;
import io.turnkey.example.model.CustomerSnapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers in a few words. */
final class Describe {
    private Describe() {}

    static String customer(CustomerSnapshot customer) {
        return customer.name() + " <" + customer.email() + ">, " + customer.status();
    }

    static String customer(Optional<CustomerSnapshot> customer) {
        return found(customer, Describe::customer);
    }

    /** Somebody whose name does not matter. */
    static String anybody(Optional<CustomerSnapshot> customer) {
        return found(customer, found -> String.valueOf(found.name()));
    }

    static <T> String found(Optional<T> answer, Function<? super T, String> describe) {
        return answer.map(describe).orElse("empty: there is no such row");
    }

    static String rows(Collection<?> rows) {
        return rows(rows.size());
    }

    static String rows(int count) {
        return count == 1 ? "1 row" : Numbers.count(count) + " rows";
    }

    static String rows(Map<?, ?> rows) {
        return rows(rows.values());
    }
}
