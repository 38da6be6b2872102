package com.example.blackbox.rules;

/** What both an entity and its snapshot are. */
public interface Named {
    Long getId();

    String getFirstName();

    String lastName();

    boolean isAdult();

    default String fullName() {
        return getFirstName() + " " + lastName();
    }
}
