package io.turnkey.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * The classes generated for an entity: {@code UserSnapshot}, {@code UserCache}, {@code UserCacheModel}; a nested entity {@code Outer.User} gets
 * {@code Outer_UserSnapshot} and so on.
 *
 * @param snapshot the record, or the interface of a hierarchy
 * @param cache the typed cache
 * @param model the description for the runtime
 */
public record GeneratedNames(ClassName snapshot, ClassName cache, ClassName model) {}
