/** Entities inside other types. */
package com.example.blackbox.nested;
