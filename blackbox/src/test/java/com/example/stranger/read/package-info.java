/** What callers read. */
package com.example.stranger.read;
