/** Entities whose rows Hibernate does not simply read and write. */
package com.example.blackbox.rules;
