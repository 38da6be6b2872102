/**
 * Several processes on one PostgreSQL and one Redis, which is frozen, killed, flushed, set back and cut off while the processes read and write.
 *
 * <p><b>Who is who.</b> The test starts {@link com.example.stranger.cluster.NodeProcess}es; each runs {@link com.example.stranger.cluster.NodeProgram} in a JVM of its own, behind a {@link com.example.stranger.cluster.Proxy} to Redis of its own. They talk over the node's standard
 * input and output, a line each, so that what a node said before it was killed is heard. A node checks its answers against its own writes as in {@code stress}; what it sees of others' writes it tells the test, which judges that once nobody writes.
 *
 * <p><b>Who writes what.</b> Some rows are written by one node alone: that node's checks of them are exact, absent rows and lists included. The others are written by all. The number of a write is taken from the database under the lock of its row, and is in the row.
 *
 * <p><b>What happens.</b> A {@link com.example.stranger.cluster.Schedule} of rounds, the same for the same {@code -Dturnkey.chaos.seed}: a while of calm, one or two faults at once, their end, and then, with the writers paused, the comparison with the database. How many rounds there are is a matter of time ({@code -Dturnkey.chaos.seconds},
 * {@code -Dturnkey.chaos.soak.seconds}). What the threads of a node do is seeded, too, but not how they interleave.
 *
 * <p><b>What is judged</b> ({@link com.example.stranger.cluster.Judge}, {@link com.example.stranger.cluster.Evidence}): no read fails; P1 and P2 by numbers; P3 by numbers for rows of one's own, by {@code @Version} for those of others, since a bulk statement may leave the version; each state that is shown was
 * committed, by the {@link com.example.stranger.cluster.Ledger}, which is written in the same transactions; and after each round every entry of every node, and every answer of each node and of a new one, equals the database. Left out are, until their {@code ttl}, rows
 * that a killed node had written and not told (H7); how far it had told is known by {@link com.example.stranger.cluster.Canaries}.
 *
 * <p><b>The report</b>, {@code target/chaos-report.txt}, or {@code chaos-soak-report.txt}: the seed; how often each fault was injected; what the nodes counted, the first lines by {@code io.turnkey.CacheStats} ({@code refused installs}: rows that were read, and not kept since they might have been out of date; {@code repairs}: missed news that was made up for; a node that was killed
 * counted until a moment before); how often nodes lost Redis and heard it again, and whether they had kept what was in memory until then ({@code kept}: they were told the ids that they had missed, if any) or dropped all; and times in milliseconds, as number, p50, p99 and maximum. <i>Staleness</i>: for each state of a row that a node has shown and another node's commit has ended, how long after that commit had returned a read began that still
 * showed it, or zero; <i>faulty</i> if a fault or its repair was under way meanwhile. <i>Fault until noticed</i>, and <i>end of fault until reconnected</i>, which is when a node hears Redis again and has made up for what it missed: of each node that lost Redis in a round. <i>Reconnected until
 * entries equal</i>: from when the last node had reconnected, and nobody wrote any more, until what was in memory equalled the database on every node (P5), and then every answer of theirs; for a busy machine to give all answers once may take longer than what is measured. Of the slowest, all that happened, and what was wrong when the nodes were asked the time before.
 */
package com.example.stranger.cluster;
