/** Every way in which JPA may reach an attribute. */
package com.example.blackbox.access;
