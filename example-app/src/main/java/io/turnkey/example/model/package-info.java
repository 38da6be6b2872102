/** The shop's entities, with Turnkey's annotations beside those of JPA; the caches are generated into this package. */
@NullMarked
package io.turnkey.example.model;

import org.jspecify.annotations.NullMarked;
