package com.example.stranger.support;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Random values that are the same in each run. */
public final class Dice {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz ABCXYZ äöüß éè 你好 '\"\\%_?:;";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Random random;

    public Dice(long seed) {
        random = new Random(seed);
    }

    /** The value, or null in one of four. */
    public <T> T maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** A number that no dice has given before. */
    public int next() {
        return COUNTER.incrementAndGet();
    }

    /** A text that no dice has given before. */
    public String unique() {
        return text() + next();
    }

    public String text() {
        return random.ints(1 + random.nextInt(20), 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public int integer() {
        return random.nextInt();
    }

    public long number() {
        return random.nextLong();
    }

    public double fraction() {
        return random.nextDouble() * 1000;
    }

    public boolean flag() {
        return random.nextBoolean();
    }

    public byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    public UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(6));
    }

    public BigInteger big() {
        return new BigInteger(80, random);
    }

    /** With nanoseconds, which no database keeps. */
    public Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    public LocalDate date() {
        return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
    }
}
