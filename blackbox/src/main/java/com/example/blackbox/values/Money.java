package com.example.blackbox.values;

/** A value of one column, by a converter that applies itself. */
public record Money(long cents, String currency) {}
