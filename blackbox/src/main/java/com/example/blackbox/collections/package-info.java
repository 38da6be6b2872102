/** Attributes that hold many values. */
package com.example.blackbox.collections;
