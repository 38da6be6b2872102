/** The shop's rows: reference data from the JDK, a made-up catalogue that is the same in each run, and the database that holds them. */
@NullMarked
package io.turnkey.example.data;

import org.jspecify.annotations.NullMarked;
