/** Options as text, and the layers in which annotation, code and properties set them. */
@NullMarked
package io.turnkey.internal.option;

import org.jspecify.annotations.NullMarked;
