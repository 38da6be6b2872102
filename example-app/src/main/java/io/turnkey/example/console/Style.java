package io.turnkey.example.console;

/** How a piece of text stands out. */
enum Style {
    TITLE("1"),
    CODE("36"),
    HIT("32"),
    MISS("33"),
    FAINT("2");

    private final String attribute;

    Style(String attribute) {
        this.attribute = attribute;
    }

    String on(String text) {
        return "\u001B[" + attribute + "m" + text + "\u001B[0m";
    }
}
