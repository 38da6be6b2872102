/** The example shop: fills a database in memory and shows in the terminal what the generated caches do with it. */
@NullMarked
package io.turnkey.example;

import org.jspecify.annotations.NullMarked;
