/** What can be seen of a cache from outside: events, statistics and the log. */
package com.example.stranger.watch;
