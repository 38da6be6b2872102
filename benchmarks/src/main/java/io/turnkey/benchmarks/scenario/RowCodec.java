package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.codec.AccountCodec;
import io.turnkey.benchmarks.codec.Form;
import io.turnkey.benchmarks.data.Database;
import io.turnkey.benchmarks.model.AccountSnapshot;
import io.turnkey.benchmarks.paired.Comparison;
import io.turnkey.benchmarks.paired.Pair;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Work;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What it costs to make a row's bytes, and the row again, beside Jackson databind as JSON.
 *
 * @param id the target; empty for what Turnkey does not do but could
 * @param form what makes them
 */
record RowCodec(String id, Form form, Reach encode, Reach decode) implements Scenario {
    private static final int ROWS = 1_000;

    /** What Turnkey does. */
    static RowCodec turnkey() {
        return new RowCodec("S10", Form.TURNKEY, Reach.less(0.5, 0.25, 2), Reach.less(0.4, 0.1, 2));
    }

    /** What it does if somebody wants to read it. */
    static RowCodec legible() {
        return new RowCodec("S10", Form.TURNKEY_JSON, Reach.NONE, Reach.NONE);
    }

    /** What it could do. */
    static RowCodec other(Form form) {
        return new RowCodec("", form, Reach.NONE, Reach.NONE);
    }

    @Override
    public String name() {
        return switch (form) {
            case TURNKEY -> "s10";
            case TURNKEY_JSON -> "s10-json";
            default -> "codec-" + form.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** Both allocate: a small heap has soon been used all over, and nobody pays for its pages any more. */
    @Override
    public List<String> heap() {
        return List.of("-Xms256m", "-Xmx256m");
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        AccountCodec ours = form.open();
        AccountCodec other = Form.DATABIND.open();
        List<AccountSnapshot> rows = rows();
        List<byte[]> bytes = encoded(ours, rows);
        List<byte[]> otherBytes = encoded(other, rows);
        try (Pair pair = new Pair(1)) {
            Comparison encode = pair.compare(
                    each(i -> ours.encode(rows.get(i)).length == bytes.get(i).length),
                    each(i -> other.encode(rows.get(i)).length == otherBytes.get(i).length),
                    plan);
            Comparison decode = pair.compare(
                    each(i -> ours.decode(bytes.get(i)).balance() == i),
                    each(i -> other.decode(otherBytes.get(i)).balance() == i),
                    plan);
            int length = bytes.get(0).length;
            return List.of(row("encode", length, encode, this.encode), row("decode", length, decode, this.decode));
        }
    }

    private Row row(String what, int bytes, Comparison result, Reach reach) {
        return new Row(
                id,
                "%s %s, %d bytes".formatted(what, form.label(), bytes),
                Form.DATABIND.label(),
                result.inverse(),
                "× the time",
                Details.nanos(result),
                reach);
    }

    /** The balance tells which row it is. */
    private static List<AccountSnapshot> rows() {
        Instant created = Instant.parse("2026-01-01T00:00:00Z");
        return IntStream.range(0, ROWS)
                .mapToObj(i -> {
                    long id = Database.FIRST_ID + (long) i;
                    String email = Database.email(id);
                    return new AccountSnapshot(id, email, "C-" + id, "Name of " + id, "City " + i, i, true, created, 0);
                })
                .toList();
    }

    private static List<byte[]> encoded(AccountCodec codec, List<AccountSnapshot> rows) throws IOException {
        List<byte[]> bytes = new ArrayList<>();
        for (AccountSnapshot row : rows) {
            byte[] encoded = codec.encode(row);
            if (!codec.decode(encoded).equals(row)) {
                throw new IllegalStateException("It came out as " + codec.decode(encoded) + ", not " + row);
            }
            bytes.add(encoded);
        }
        return bytes;
    }

    private interface Coding {
        /** Whether row {@code i} comes out right. */
        boolean isRight(int i) throws IOException;
    }

    private static Work each(Coding coding) {
        return (from, operations) -> {
            long wrong = 0;
            for (int i = 0; i < operations; i++) {
                if (!coding.isRight((from % ROWS + i) % ROWS)) {
                    wrong++;
                }
            }
            return wrong;
        };
    }
}
