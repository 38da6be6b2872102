/** Hierarchies, one of each strategy. */
package com.example.blackbox.inheritance;
