/**
 * Opens caches, alone or as a group: puts the options together, finds the database's adapter, makes what caches share (threads, clock, events), starts them and
 * closes them again.
 */
@NullMarked
package io.turnkey.internal.group;

import org.jspecify.annotations.NullMarked;
