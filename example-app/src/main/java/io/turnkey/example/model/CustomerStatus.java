package io.turnkey.example.model;

/** Where a customer stands with the shop. */
public enum CustomerStatus {
    ACTIVE,
    DORMANT,
    BLOCKED
}
