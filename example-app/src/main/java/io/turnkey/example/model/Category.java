package io.turnkey.example.model;

/** The shelves of the shop. */
public enum Category {
    NOVELS,
    TRAVEL,
    COOKERY,
    SCIENCE,
    AUDIO,
    KITCHEN,
    GARDEN,
    LIGHTING
}
