/** Keys of several attributes. */
package com.example.blackbox.keys;
