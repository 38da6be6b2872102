/**
 * Hears of writes through Hibernate: rows by its event listeners, bulk statements by what it prepares. {@link io.turnkey.hibernate.write.FactoryWrites} is where to start. Nothing here imports the package above.
 */
@NullMarked
package io.turnkey.hibernate.write;

import org.jspecify.annotations.NullMarked;
