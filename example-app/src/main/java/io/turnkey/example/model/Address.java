package io.turnkey.example.model;

import jakarta.persistence.Embeddable;

/**
 * A postal address.
 *
 * @param country the country's code: {@code NL}
 */
@Embeddable
public record Address(String street, String postalCode, String city, String country) {}
