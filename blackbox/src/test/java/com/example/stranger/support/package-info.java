/** Two real databases, a pool that can be small or broken, and seeded rows. */
package com.example.stranger.support;
