package io.turnkey.processor.diagnostic;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic.Kind;

/**
 * Every message of the processors. A name in braces stands for an argument; arguments are given in the order in which their names
 * first occur, in the reason and then in the remedy.
 */
public enum Code {
    // The entity
    NOT_AN_ENTITY(
            Kind.ERROR,
            "@Cacheable stands on {class}, which is not a class with jakarta.persistence.Entity.",
            "Add @Entity, or remove @Cacheable; for a hierarchy @Cacheable belongs on the root entity."),
    PRIVATE_CLASS(
            Kind.ERROR,
            "{class} is private, so a cache beside it could not use it.",
            "Make it at least package-private."),
    INNER_CLASS(
            Kind.ERROR,
            "{class} is an inner class, which exists only inside an instance of its outer class.",
            "Make it static, or move it to a file of its own."),
    GENERIC_CLASS(
            Kind.ERROR,
            "{class} has type parameters, so its snapshot would have no definite types.",
            "Make the generic class a @MappedSuperclass and cache the entities that extend it."),
    MODEL_NAME(
            Kind.ERROR,
            "'{name}' cannot name a model.",
            "Use letters, digits, '_' and '-', beginning with a letter, or leave name out to take the class's name."),
    TENANT_ID(
            Kind.ERROR,
            "{class} has a @TenantId, and a cache would mix the rows of all tenants.",
            "Remove @Cacheable: multi-tenant entities are not supported yet."),
    FILTERED(
            Kind.WARNING,
            "{class} has a @Filter, which the cache does not apply: it answers with all rows.",
            "Filter what the cache answers, or silence this if callers may see all rows."),
    CLASS_NAME_COLLISION(
            Kind.ERROR,
            "{generated} is to be generated for {class}, but a class of this name exists already.",
            "Rename the existing class."),

    // Hierarchies
    SUBCLASS_CACHEABLE(
            Kind.ERROR,
            "{class} is a subclass of the entity {root}; the cache of a hierarchy belongs to its root.",
            "Remove @Cacheable here and put it, with @Inheritance, on {root}."),
    ROOT_WITHOUT_INHERITANCE(
            Kind.ERROR,
            "{class} is a subclass of {root}, whose cache was generated for an entity without subclasses.",
            "Add @Inheritance to {root}."),
    SUBCLASS_KEY(
            Kind.ERROR,
            "{class} declares a key, but its cache belongs to the root {root}, which would not find rows of other classes by it.",
            "Move the key's attribute to {root}, or remove the key."),

    // The id
    NO_ID(Kind.ERROR, "{class} has no id.", "Put @Id or @EmbeddedId on an attribute of it or of a @MappedSuperclass."),
    NO_ID_CLASS(
            Kind.ERROR,
            "{class} has several @Id attributes ({attributes}) but no @IdClass.",
            "Add @IdClass with a class or record of these attributes, or use @EmbeddedId."),
    ID_CLASS_MISMATCH(
            Kind.ERROR,
            "The id class {idClass} does not match the @Id attributes of {class}: {difference}.",
            "Give it one attribute of the same name and type for each of them; for an association the type of the target's id."),
    ID_WITHOUT_EQUALS(
            Kind.ERROR,
            "{type} is an id without equals and hashCode, so no row would be found by it.",
            "Add equals and hashCode over all of its attributes, or make it a record."),
    ID_IGNORED(
            Kind.ERROR,
            "{attribute} is the id of {class} and has @CacheIgnore.",
            "Remove @CacheIgnore: rows are found by it."),
    ID_TYPE(
            Kind.ERROR,
            "The id {attribute} of {class} has a type that cannot be an id: {reason}.",
            "Use a basic type, an embeddable, or an owning to-one association."),

    // Attributes
    TOO_MANY_COMPONENTS(
            Kind.ERROR,
            "The snapshot of {class} would have {count} components (long and double count twice), and a record can have 254.",
            "Leave attributes out with @CacheIgnore, or group them in an @Embeddable."),
    ATTRIBUTE_NOT_ACCESSIBLE(
            Kind.ERROR,
            "{attribute} of {class} cannot be read from the package of the entity: {reason}.",
            "Add a public getter of the attribute's own type, or leave it out with @CacheIgnore."),
    UNSUPPORTED_ATTRIBUTE(
            Kind.WARNING,
            "{attribute} of {class} is left out of the snapshot: {reason}.",
            "Put @CacheIgnore on it to say that this is meant."),
    IGNORED_RECORD_COMPONENT(
            Kind.ERROR,
            "{attribute} is a component of the record {record}, which stands in the snapshot as it is.",
            "Remove @CacheIgnore here, make {record} a class, or ignore the whole attribute in the entity."),
    RECURSIVE_EMBEDDABLE(
            Kind.ERROR, "The embeddable {type} contains itself through {attribute}.", "Remove the attribute."),
    MUTABLE_VALUE(
            Kind.WARNING,
            "{attribute} of {class} has the type {type}, which can be changed and which the cache cannot copy: all callers share it.",
            "Use an immutable type, for example a record, or leave it out with @CacheIgnore."),
    LOB_IN_MEMORY(
            Kind.WARNING,
            "{attribute} of {class} is a large object, and each cached row would keep it in memory.",
            "Leave it out with @CacheIgnore, or silence this if it is small."),
    SECRET_IN_MEMORY(
            Kind.WARNING,
            "{attribute} of {class} looks like a secret, and each cached row would keep it in memory.",
            "Leave it out with @CacheIgnore, or silence this if it is needed."),
    JSON_IGNORED_IN_MEMORY(
            Kind.WARNING,
            "{attribute} of {class} is kept from JSON by Jackson, but each cached row would keep it in memory.",
            "Leave it out with @CacheIgnore too, or silence this if it is needed."),

    // Keys
    NOT_CACHEABLE(
            Kind.ERROR,
            "{annotation} has no effect, since {class} has no @io.turnkey.annotation.Cacheable.",
            "Add it to the entity, or remove {annotation}."),
    WRONG_CACHEABLE(
            Kind.ERROR,
            "{annotation} has no effect, since the @Cacheable of {class} is {wrong}, another annotation of the same name.",
            "Import io.turnkey.annotation.Cacheable instead."),
    KEY_NOT_PERSISTENT(
            Kind.ERROR,
            "{attribute} is no persistent attribute of {class}: {reason}.",
            "Put the key on a persistent attribute, its field or its getter."),
    KEY_IGNORED(
            Kind.ERROR,
            "{attribute} is a key and has @CacheIgnore.",
            "Remove one of the two: a key must be in the snapshot."),
    KEY_IS_ID(Kind.ERROR, "{attribute} is the id of {class}, which is a key already: getById.", "Remove the key."),
    KEY_ON_COLLECTION(
            Kind.ERROR,
            "{attribute} is a collection, which cannot be a key.",
            "Put the key on an attribute with one value."),
    KEY_ON_INVERSE(
            Kind.ERROR,
            "{attribute} is the inverse side of an association (mappedBy), so {class} holds no column for it.",
            "Put the key on the side that owns the association."),
    KEY_ON_EMBEDDED(
            Kind.ERROR,
            "{attribute} is an embeddable of several attributes.",
            "Name them in @KeyFields on the class, with dots: @KeyFields({\"{attribute}.…\", …})."),
    KEY_IN_EMBEDDABLE(
            Kind.ERROR,
            "{attribute} belongs to the embeddable {class}, which does not know the entities that use it.",
            "Name it in @KeyFields on the entity, with a dot after the embedded attribute."),
    KEY_ON_LOB(
            Kind.ERROR,
            "{attribute} is a large object, which cannot be a key.",
            "Put the key on a shorter attribute, such as a hash."),
    KEY_MUTABLE(
            Kind.ERROR,
            "{attribute} is a key of the type {type}, whose values can be changed or compare by identity.",
            "Use an immutable type with equals and hashCode: a basic type, java.time, an enum or a record."),
    KEY_UNSUPPORTED(
            Kind.ERROR, "{attribute} is left out of the snapshot and so cannot be a key: {reason}.", "Remove the key."),
    KEY_NOT_UNIQUE(
            Kind.ERROR,
            "{attribute} is a unique key on a @ManyToOne, which many rows may share.",
            "Write @KeyField(unique = false), or @OneToOne, or @JoinColumn(unique = true)."),
    UNKNOWN_ATTRIBUTE(
            Kind.ERROR,
            "{class} has no cached attribute '{attribute}'.",
            "{suggestion}It has {attributes}; attributes of an embeddable are named with a dot."),
    TOO_FEW_ATTRIBUTES(
            Kind.ERROR,
            "@KeyFields of {class} names {count} attributes, but joins at least two.",
            "Name another one, or use @KeyField on the attribute."),
    REPEATED_ATTRIBUTE(Kind.ERROR, "@KeyFields of {class} names '{attribute}' twice.", "Remove one of the two."),
    KEY_NAME(
            Kind.ERROR,
            "'{name}' cannot name a key, since methods such as {method} are called after it.",
            "Use letters and digits, beginning with a letter."),
    METHOD_COLLISION(
            Kind.ERROR,
            "{first} and {second} would both give methods named {method}.",
            "Remove one of the keys, or join attributes under another name with @KeyFields(name = …)."),
    UNIQUE_WITHOUT_CONSTRAINT(
            Kind.WARNING,
            "{key} is a unique key, but no unique constraint of the table is declared for it.",
            "Write {constraint}, or unique = false; silence this if the database has the constraint."),
    INEXACT_KEY(
            Kind.WARNING,
            "{attribute} is a key of the type {type}, whose values rarely equal those of the database exactly.",
            "Use an integer, a String or an enum as the key."),

    // Options
    MALFORMED_DURATION(
            Kind.ERROR,
            "{option} = \"{value}\" is no duration.",
            "Write \"500ms\", \"90s\", \"5m\", \"1h\", \"2d\" or ISO-8601{none}."),
    OPTION_OUT_OF_RANGE(Kind.ERROR, "{option} = {value} is out of range.", "It must be {range}."),
    UPDATED_AT_TYPE(
            Kind.ERROR,
            "updatedAt names '{attribute}', which holds no time.",
            "Name an attribute of java.time (Instant, LocalDateTime, OffsetDateTime, ZonedDateTime), java.util.Date or java.sql.Timestamp."),

    // Views
    VIEW_NOT_AN_INTERFACE(
            Kind.ERROR,
            "The view {view} is no interface that a snapshot could implement.",
            "Name an interface without type parameters that is not sealed."),
    VIEW_NOT_IMPLEMENTED(
            Kind.ERROR,
            "{class} does not implement its view {view}.",
            "Add 'implements {view}' to the entity, so that both it and its snapshot can be used as one."),
    VIEW_ATTRIBUTE(
            Kind.ERROR,
            "The view {view} asks for {method}, but no cached attribute answers it.",
            "{suggestion}Give the method a default body, or cache an attribute of this name."),
    VIEW_TYPE(
            Kind.ERROR,
            "{method} of the view {view} returns {expected}, but the snapshot holds {actual}.",
            "Change the type in the view, or give the method a default body."),

    // The registry
    REGISTRY_PACKAGE(
            Kind.ERROR,
            "The cached entities live in several packages ({packages}), so the place of GeneratedCaches is open.",
            "Add '@io.turnkey.annotation.CacheRegistry package {package};' to the package-info.java of one of them, or compile with -Aturnkey.registryPackage={package}."),
    DUPLICATE_MODEL(
            Kind.ERROR,
            "{first} and {second} are both called '{name}'.",
            "Give one of them another name: @Cacheable(name = \"…\")."),
    NOT_IN_REGISTRY(
            Kind.WARNING,
            "{class} is package-private and so left out of {registry}, which is in another package.",
            "Make the entity public, or open its cache on its own with {cache}.open(..)."),
    AFTER_REGISTRY(
            Kind.ERROR,
            "{class} was generated by another processor after {registry} had been written, and is not in it.",
            "Compile the generated entities in a module of their own."),
    SEVERAL_REGISTRIES(
            Kind.ERROR,
            "@CacheRegistry stands on both {first} and {second}.",
            "Keep one: a compilation has one GeneratedCaches."),

    // The compilation
    UNRESOLVED_TYPE(
            Kind.ERROR,
            "No cache was generated for {class}, since the type {missing} was not found.",
            "Fix the import; if another processor should have generated the type, see that processor's own errors first."),
    INTERNAL(
            Kind.ERROR,
            "Turnkey failed on {class}; this is a bug of Turnkey: {trace}",
            "Report it with the class and this message.");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Kind kind;
    private final String reason;
    private final String remedy;

    Code(Kind kind, String reason, String remedy) {
        this.kind = kind;
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What stands in brackets before the message, and in {@code @SuppressWarnings}: {@code turnkey:not-an-entity}. */
    public String id() {
        return "turnkey:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An error or a warning. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, with the arguments' names. */
    public String reason() {
        return reason;
    }

    /** What to do, with the arguments' names. */
    public String remedy() {
        return remedy;
    }

    /**
     * The whole message.
     *
     * @throws IllegalArgumentException if there are more or fewer arguments than names
     */
    public String message(Object... arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = PLACEHOLDER.matcher(reason + " " + remedy);
        StringBuilder message = new StringBuilder("[" + id() + "] ");
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!values.containsKey(name)) {
                if (values.size() == arguments.length) {
                    throw new IllegalArgumentException(name() + " lacks the argument {" + name + "}");
                }
                values.put(name, String.valueOf(arguments[values.size()]));
            }
            matcher.appendReplacement(message, Matcher.quoteReplacement(values.get(name)));
        }
        if (values.size() != arguments.length) {
            throw new IllegalArgumentException(name() + " takes " + values.keySet());
        }
        return matcher.appendTail(message).toString();
    }
}
