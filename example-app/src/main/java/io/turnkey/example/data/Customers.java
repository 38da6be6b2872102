package io.turnkey.example.data;

import io.turnkey.example.model.Address;
import io.turnkey.example.model.Customer;
import io.turnkey.example.model.CustomerStatus;
import io.turnkey.example.model.Topic;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The customers. Each follows from its number alone; the first one is always Ada. */
public final class Customers {
    private static final long SEED = 2;

    private static final int TENANTS = 20;

    private Customers() {}

    /** The customer with this number, from 1. */
    public static Customer customer(int number) {
        if (number == 1) {
            return ada();
        }
        RandomGenerator random = random(number);
        String first = Words.any(Words.FIRST_NAMES, random);
        String last = Words.any(Words.LAST_NAMES, random);
        String login = login(first, last, number);
        Customer customer = new Customer(
                (long) number,
                1L + random.nextInt(TENANTS),
                login,
                login + "@example.com",
                first + " " + last,
                address(random),
                passwordHash(random));
        customer.setStatus(status(random));
        for (Topic topic : Topic.values()) {
            if (random.nextInt(8) == 0) {
                customer.getTopics().add(topic);
            }
        }
        return customer;
    }

    /** The e-mail address of the customer with this number. */
    public static String email(int number) {
        return customer(number).getEmail();
    }

    private static Customer ada() {
        Address address = new Address("12 Mill Street", "10115", "Berlin", "DE");
        Customer ada = new Customer(1L, 1L, "ada", "ada@example.com", "Ada Lovelace", address, passwordHash(random(1)));
        ada.getTopics().add(Topic.BOOKS);
        return ada;
    }

    private static RandomGenerator random(int number) {
        return new SplittableRandom(SEED * 1_000_003 + number);
    }

    /** Unique, since it ends with the number. */
    private static String login(String first, String last, int number) {
        return (first.charAt(0) + last).toLowerCase(Locale.ROOT) + number;
    }

    private static Address address(RandomGenerator random) {
        Words.Place place = Words.any(Words.PLACES, random);
        return new Address(
                random.nextInt(1, 200) + " " + Words.any(Words.STREETS, random) + " Street",
                "%05d".formatted(random.nextInt(100_000)),
                place.city(),
                place.country());
    }

    private static CustomerStatus status(RandomGenerator random) {
        int percent = random.nextInt(100);
        if (percent < 1) {
            return CustomerStatus.BLOCKED;
        }
        return percent < 15 ? CustomerStatus.DORMANT : CustomerStatus.ACTIVE;
    }

    private static String passwordHash(RandomGenerator random) {
        byte[] hash = new byte[16];
        random.nextBytes(hash);
        return HexFormat.of().formatHex(hash);
    }
}
