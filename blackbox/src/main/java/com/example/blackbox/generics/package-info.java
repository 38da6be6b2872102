/** Entities whose attributes come from generic superclasses. */
package com.example.blackbox.generics;
