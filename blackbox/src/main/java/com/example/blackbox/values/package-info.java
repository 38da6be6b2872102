/** Attributes of every type. */
package com.example.blackbox.values;
