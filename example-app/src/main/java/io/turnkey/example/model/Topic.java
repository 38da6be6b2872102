package io.turnkey.example.model;

/** What a customer wants to hear about. */
public enum Topic {
    BOOKS,
    GADGETS,
    OFFERS,
    EVENTS
}
