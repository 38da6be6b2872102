/** The guided tour, a class for each chapter. */
@NullMarked
package io.turnkey.example.tour;

import org.jspecify.annotations.NullMarked;
