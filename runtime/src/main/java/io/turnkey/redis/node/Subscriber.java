package io.turnkey.redis.node;

import io.turnkey.CacheException;
import io.turnkey.redis.client.Listening;
import io.turnkey.redis.client.Server;
import io.turnkey.redis.model.News;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens on a thread of its own, one at a time, and brings what it hears under the control, which owns this: at once if nothing else is done there. */
final class Subscriber {
    /** Attempts to connect that a thread may cost by not ending. */
    private static final int PATIENCE = 3;

    private static final int MOST_ABANDONED = 4;

    private final Control control;
    private final ThreadFactory threads;

    /** The model by the name of the channel; not changed after the first start. */
    private final Map<String, String> models = new HashMap<>();

    private final List<Thread> abandoned = new ArrayList<>();
    private @Nullable Ear current;

    Subscriber(Control control, ThreadFactory threads) {
        this.control = control;
        this.threads = threads;
    }

    void add(byte[] channel, String model) {
        models.put(text(channel), model);
    }

    /** Listens, unless a thread still does. */
    void start(
            Server server, Runnable acknowledged, BiConsumer<String, @Nullable News> heard, Consumer<Throwable> ended) {
        if (current != null && !current.wanted) {
            abandonAfterAWhile(current);
        }
        if (current == null) {
            try {
                Ear ear = new Ear(server.listening(), acknowledged, heard, ended);
                ear.thread.start();
                current = ear;
            } catch (Throwable e) {
                // There is no client any more, or no memory for a thread.
                ended.accept(e);
            }
        }
    }

    /** A client of the caller's may hang for ever, if its server vanished without a word. */
    private void abandonAfterAWhile(Ear hanging) {
        abandoned.removeIf(thread -> !thread.isAlive());
        hanging.waitedFor++;
        if (hanging.waitedFor > PATIENCE && abandoned.size() < MOST_ABANDONED) {
            abandoned.add(hanging.thread);
            current = null;
        }
    }

    /** Stops soon; nothing more is told. */
    void end() {
        if (current != null) {
            current.wanted = false;
            current.listening.end();
        }
    }

    /** Waits for the thread, after the control thread has ended. */
    void await(Duration limit) throws InterruptedException {
        Ear last = current;
        if (last != null) {
            last.thread.join(Math.max(1, limit.toMillis()));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** One subscription. */
    private final class Ear implements Listening.Listener {
        private final Listening listening;
        private final Runnable acknowledged;
        private final BiConsumer<String, @Nullable News> heard;
        private final Consumer<Throwable> ended;
        private final Thread thread = threads.newThread(this::run);

        /** Owned by the control thread. */
        private boolean wanted = true;

        /** Owned by the control thread. */
        private int waitedFor;

        Ear(
                Listening listening,
                Runnable acknowledged,
                BiConsumer<String, @Nullable News> heard,
                Consumer<Throwable> ended) {
            this.listening = listening;
            this.acknowledged = acknowledged;
            this.heard = heard;
            this.ended = ended;
        }

        private void run() {
            Throwable cause = new CacheException("Redis ended the subscription");
            try {
                List<byte[]> channels = new ArrayList<>();
                models.keySet().forEach(name -> channels.add(name.getBytes(StandardCharsets.UTF_8)));
                listening.run(channels, this);
            } catch (Throwable e) {
                cause = e;
            }
            Throwable last = cause;
            control.execute(() -> over(last));
        }

        private void over(Throwable cause) {
            if (current == this) {
                current = null;
            }
            if (wanted) {
                ended.accept(cause);
            }
        }

        @Override
        public void acknowledged() {
            tell(acknowledged);
        }

        @Override
        public void message(byte[] channel, byte[] body) {
            String model = models.get(text(channel));
            if (model != null) {
                News news = read(body);
                tell(() -> heard.accept(model, news));
            }
        }

        private void tell(Runnable news) {
            control.executeHere(() -> {
                if (wanted) {
                    news.run();
                }
            });
        }

        private @Nullable News read(byte[] body) {
            try {
                return News.read(body);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
