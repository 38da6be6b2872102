/** What another team delivers compiled: a superclass of entities whose source nobody here has. */
package com.example.precompiled;
