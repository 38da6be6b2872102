/** An entity that only its own package can see. */
package com.example.blackbox.hidden;
