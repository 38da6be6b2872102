package io.turnkey.processor.registry;

import javax.lang.model.element.TypeElement;

/**
 * The generated description of a class of a hierarchy; lives for one round.
 *
 * @param type the generated class
 * @param root the hierarchy's root entity
 */
record ListedSubtype(TypeElement type, TypeElement root) {}
