/** Entities that are written in every way there is; a persistence unit of their own. */
package com.example.blackbox.fresh;
