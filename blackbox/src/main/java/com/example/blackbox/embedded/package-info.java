/** Embeddables, alone and within each other. */
package com.example.blackbox.embedded;
