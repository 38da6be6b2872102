/** Entities whose accessors Lombok writes. */
package com.example.blackbox.lombok;
