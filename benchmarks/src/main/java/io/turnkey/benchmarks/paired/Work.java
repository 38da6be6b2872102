package io.turnkey.benchmarks.paired;

/** What one contender does over and over again. */
@FunctionalInterface
public interface Work {
    /**
     * Does so many operations.
     *
     * @param from where in the sequence of requests to begin; two threads get places far from each other
     * @return how many of them went wrong
     */
    long run(int from, int operations) throws Exception;
}
