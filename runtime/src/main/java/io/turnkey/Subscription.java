package io.turnkey;

/** Ends a listener's subscription. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Unsubscribes; a second call does nothing. An event that is being delivered may still arrive. */
    @Override
    void close();
}
