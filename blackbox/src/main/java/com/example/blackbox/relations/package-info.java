/** Associations. */
package com.example.blackbox.relations;
