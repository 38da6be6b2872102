package io.turnkey.benchmarks.node;

import io.turnkey.annotation.LoadMode;
import io.turnkey.benchmarks.data.Database;
import io.turnkey.benchmarks.data.SharedAccounts;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/** Reads one row all the time, and hears plain messages; keeps the times in memory, and tells them when its input ends. {@link ReadingProcess} is its other side. */
public final class ReadingNode {
    static final int READY = 42;

    /** When the last read began whose row had this balance. */
    private final AtomicLongArray lastRead;

    /** When the plain message of this number came. */
    private final AtomicLongArray heard;

    private ReadingNode(int times) {
        lastRead = new AtomicLongArray(times);
        heard = new AtomicLongArray(times);
    }

    /** With Redis's port, the database's URL, and how many writes there will be, at most. */
    public static void main(String... arguments) throws Exception {
        int redis = Integer.parseInt(arguments[0]);
        ReadingNode node = new ReadingNode(Integer.parseInt(arguments[2]));
        // What libraries print is no answer.
        System.setOut(System.err);
        try (Database database = Database.at(arguments[1]);
                AccountCache cache =
                        SharedAccounts.open("redis://127.0.0.1:" + redis, database, o -> o.load(LoadMode.LAZY))) {
            CountDownLatch subscribed = new CountDownLatch(1);
            daemon("reads", () -> node.read(cache));
            daemon("hears", () -> node.listen(redis, subscribed));
            subscribed.await();
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
                out.writeInt(READY);
                out.flush();
                System.in.readAllBytes();
                write(node.lastRead, out);
                write(node.heard, out);
            }
        }
        System.exit(0);
    }

    @SuppressWarnings("ThreadPriorityCheck") // lets others have a processor, for what they do is measured
    private void read(AccountCache cache) {
        while (true) {
            long asked = Micros.now();
            int number = (int) cache.getById((long) Database.FIRST_ID)
                    .map(AccountSnapshot::balance)
                    .orElseThrow()
                    .longValue();
            lastRead.set(number, asked);
            Thread.yield();
        }
    }

    private void listen(int redis, CountDownLatch subscribed) {
        try (Jedis jedis = new Jedis("127.0.0.1", redis)) {
            jedis.subscribe(
                    new JedisPubSub() {
                        @Override
                        public void onSubscribe(String channel, int channels) {
                            subscribed.countDown();
                        }

                        @Override
                        public void onMessage(String channel, String number) {
                            heard.set(Integer.parseInt(number), Micros.now());
                        }
                    },
                    ReadingProcess.CHANNEL);
        }
    }

    private static void write(AtomicLongArray times, DataOutputStream out) throws IOException {
        for (int i = 0; i < times.length(); i++) {
            out.writeLong(times.get(i));
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
