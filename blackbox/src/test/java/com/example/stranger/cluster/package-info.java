/**
 * Several processes on one PostgreSQL and one Redis, which are frozen, killed, flushed and cut off while they read and write.
 *
 * <p><b>Who is who.</b> The test starts {@link com.example.stranger.cluster.NodeProcess}es; each runs {@link com.example.stranger.cluster.NodeProgram} in a JVM of its own, behind a {@link com.example.stranger.cluster.Proxy} to Redis of its own. They talk over the node's standard
 * input and output, a line each, so that what a node said before it was killed is heard. A node checks its answers against its own writes as in {@code stress}; what it sees of others' writes it tells the test, which judges that once nobody writes.
 *
 * <p><b>Who writes what.</b> Some rows are written by one node alone: that node's checks of them are exact, absent rows and lists included. The others are written by all. The number of a write is taken from the database under the lock of its row, and is in the row.
 *
 * <p><b>What is judged</b> ({@link com.example.stranger.cluster.Judge}, {@link com.example.stranger.cluster.Evidence}): no read fails; P1 and P2 by numbers; P3 by numbers for rows of one's own, by {@code @Version} for those of others, since a bulk statement may leave the version; each state that is shown was
 * committed, by the {@link com.example.stranger.cluster.Ledger}, which is written in the same transactions; and after each round every entry of every node, and every answer of each node and of a new one, equals the database. Left out are, until their {@code ttl}, rows
 * that a killed node had written and perhaps not told (H7).
 *
 * <p><b>The report</b>, {@code target/chaos-report.txt}: the seed; how often each fault was injected; what the nodes counted ({@code io.turnkey.CacheStats}; a node that was killed counted until a moment before); and times in milliseconds. <i>Staleness</i>: for each state of a row that a node has shown and another node's commit has
 * ended, how long after that commit had returned a read began that still showed it, or zero; <i>faulty</i> if a fault or its repair was under way meanwhile. <i>Reconnected until equal</i>: from when the last node heard Redis again, and nobody wrote any more, until everything equalled the database.
 */
package com.example.stranger.cluster;
