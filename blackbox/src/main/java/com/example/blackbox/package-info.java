/** A stranger's application: entities as awkward as they come, in packages of their own; the registry is generated here. */
@CacheRegistry
package com.example.blackbox;

import io.turnkey.annotation.CacheRegistry;
