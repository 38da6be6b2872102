/** What the tour looks like in a terminal: text, calls with their time, tables, progress. */
@NullMarked
package io.turnkey.example.console;

import org.jspecify.annotations.NullMarked;
