package io.turnkey.redis.node;

import io.turnkey.redis.client.Listening;
import io.turnkey.redis.client.Server;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Nothing comes back before the test lets it. */
final class HangingServer implements Server {
    final CountDownLatch called;
    final CountDownLatch closed = new CountDownLatch(1);
    final CountDownLatch end = new CountDownLatch(1);

    /** {@link #called} is released by so many calls. */
    HangingServer(int calls) {
        called = new CountDownLatch(calls);
    }

    private <T> T hang() {
        called.countDown();
        boolean interrupted = true;
        while (interrupted) {
            try {
                end.await();
                interrupted = false;
            } catch (InterruptedException e) {
                // As a socket.
            }
        }
        throw new IllegalStateException("It was the end of the test");
    }

    @Override
    public boolean isOne() {
        return true;
    }

    @Override
    public void open() {
        hang();
    }

    @Override
    public Object evalsha(byte[] digest, List<byte[]> keys, List<byte[]> arguments) {
        return hang();
    }

    @Override
    public Answers evalshaAndMget(byte[] digest, List<byte[]> keys, List<byte[]> arguments, List<byte[]> values) {
        return hang();
    }

    @Override
    public Object eval(byte[] text, List<byte[]> keys, List<byte[]> arguments) {
        return hang();
    }

    @Override
    public Page scan(byte[] cursor, byte[] pattern) {
        return hang();
    }

    @Override
    public void unlink(List<byte[]> keys) {
        hang();
    }

    @Override
    public Listening listening() {
        return new Listening() {
            @Override
            public void run(List<byte[]> channels, Listener listener) {
                hang();
            }

            @Override
            public void end() {}
        };
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
