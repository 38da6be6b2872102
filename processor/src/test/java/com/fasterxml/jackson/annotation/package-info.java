/** Stand-ins for Jackson's annotations, which the processor knows by name only. */
@NullMarked
package com.fasterxml.jackson.annotation;

import org.jspecify.annotations.NullMarked;
