/**
 * Eight threads write in every way there is, eight read in every way there is, and each answer is checked against what was committed.
 *
 * <p>Every write carries a number, taken from one counter while the locks of all rows it writes are held, as its row's {@code body}. The numbers of one row thus grow in the order in which
 * the database commits its states, and an answer tells by itself which write it shows.
 */
package com.example.stranger.stress;
