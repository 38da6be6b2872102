package io.turnkey.example.data;

/** EAN-13: twelve digits and a check digit. */
public final class Barcode {
    /** From 200 to 299: reserved for numbers that a shop gives to its own goods. */
    private static final long OWN_GOODS = 210_000_000_000L;

    private Barcode() {}

    /** The barcode of the shop's product with this number. */
    public static String ofOwn(int number) {
        String digits = Long.toString(OWN_GOODS + number);
        return digits + checkDigit(digits);
    }

    /** Whether {@code barcode} has 13 digits of which the last follows from the others. */
    public static boolean isValid(String barcode) {
        return barcode.matches("\\d{13}") && barcode.charAt(12) - '0' == checkDigit(barcode.substring(0, 12));
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
