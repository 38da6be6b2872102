/** Short programs to copy from, each of them readable alone; {@code docs/examples.md} lists them. */
@NullMarked
package io.turnkey.example.guide;

import org.jspecify.annotations.NullMarked;
