/** What a snapshot is and is not. */
package com.example.stranger.snapshot;
