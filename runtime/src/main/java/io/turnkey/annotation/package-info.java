/** What a team writes on its entities. These annotations are read at compile time only. */
@NullMarked
package io.turnkey.annotation;

import org.jspecify.annotations.NullMarked;
