/** The hazards of docs/consistency.md, through generated caches on two databases: who reads, writes and waits when is settled by gates in the JDBC driver. */
package com.example.stranger.fresh;
