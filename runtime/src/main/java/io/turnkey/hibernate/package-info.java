/**
 * Reads rows through Hibernate, as projections and never as entities. {@link io.turnkey.hibernate.HibernateSources} is where to start; the classes
 * that render HQL know no session, those that run it render nothing.
 */
@NullMarked
package io.turnkey.hibernate;

import org.jspecify.annotations.NullMarked;
