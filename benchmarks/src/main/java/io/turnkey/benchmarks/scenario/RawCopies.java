package io.turnkey.benchmarks.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/** The keys and values that a cache has left in Redis, to be written and read by Jedis alone. */
final class RawCopies {
    private static final int SCANNED = 1_000;
    private static final int SENT_AT_ONCE = 384;
    private static final SetParams LIFE = SetParams.setParams().px(1_800_000);

    private final List<byte[]> names = new ArrayList<>();
    private final List<byte[]> values = new ArrayList<>();
    private final Map<Long, byte[]> byId = new HashMap<>();

    private RawCopies() {}

    /** All that there are. */
    static RawCopies of(Jedis jedis) {
        RawCopies copies = new RawCopies();
        byte[] cursor = ScanParams.SCAN_POINTER_START_BINARY;
        do {
            ScanResult<byte[]> page =
                    jedis.scan(cursor, new ScanParams().count(SCANNED), "string".getBytes(StandardCharsets.US_ASCII));
            copies.add(page.getResult(), jedis.mget(page.getResult().toArray(byte[][]::new)));
            cursor = page.getCursorAsBytes();
        } while (!new String(cursor, StandardCharsets.US_ASCII).equals("0"));
        return copies;
    }

    private void add(List<byte[]> names, List<byte[]> values) {
        this.names.addAll(names);
        this.values.addAll(values);
        for (byte[] name : names) {
            String text = new String(name, StandardCharsets.UTF_8);
            int id = text.indexOf("v:");
            if (id >= 0) {
                byId.put(Long.valueOf(text.substring(id + 2)), name);
            }
        }
    }

    /** Writes them in pipelines of as many as the cache sends at once; answers with the nanoseconds. */
    long write(Jedis jedis) {
        long begun = System.nanoTime();
        for (int from = 0; from < names.size(); from += SENT_AT_ONCE) {
            try (Pipeline pipeline = jedis.pipelined()) {
                for (int i = from; i < Math.min(names.size(), from + SENT_AT_ONCE); i++) {
                    pipeline.set(names.get(i), values.get(i), LIFE);
                }
            }
        }
        return System.nanoTime() - begun;
    }

    /** The names of the copies of these rows. */
    byte[][] names(List<Long> ids) {
        return ids.stream().map(byId::get).toArray(byte[][]::new);
    }
}
