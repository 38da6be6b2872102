package io.turnkey.redis;

import io.turnkey.spi.SecondLevel.Observer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it was told. */
final class RecordingObserver implements Observer {
    final List<String> told = new CopyOnWriteArrayList<>();
    final List<Throwable> causes = new CopyOnWriteArrayList<>();

    @Override
    public void disconnected(Throwable cause) {
        causes.add(cause);
        told.add("disconnected");
    }

    @Override
    public void reconnecting(int attempt, Duration delay) {
        told.add("reconnecting " + attempt);
    }

    @Override
    public void connected() {
        told.add("connected");
    }

    @Override
    public void failed(@Nullable String model, String operation, Throwable cause) {
        causes.add(cause);
        told.add("failed " + model + " " + operation + ": " + cause.getMessage());
    }

    long times(String what) {
        return told.stream().filter(what::equals).count();
    }

    boolean wasTold(String part) {
        return told.stream().anyMatch(text -> text.contains(part));
    }
}
