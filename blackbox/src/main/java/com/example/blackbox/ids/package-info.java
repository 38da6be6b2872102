/** Every kind of id. */
package com.example.blackbox.ids;
