package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Attribute.Plural.Kind;
import io.turnkey.processor.model.Copying;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Calls {@code Snapshots}, which copies collections. */
final class SnapshotsCode {
    private static final String MAP = "map";

    private SnapshotsCode() {}

    /**
     * An immutable copy of a collection.
     *
     * @param element what becomes of each element, or of a map's values; empty leaves them as they are
     * @param key what becomes of a map's keys
     */
    static CodeBlock of(
            Attribute.Plural plural, CodeBlock collection, Optional<CodeBlock> element, Optional<CodeBlock> key) {
        return of(method(plural.kind()), collection, element, key);
    }

    /** An immutable copy of a collection, by this method of {@code Snapshots}. */
    static CodeBlock of(String method, CodeBlock collection, Optional<CodeBlock> element, Optional<CodeBlock> key) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.$L($L", RuntimeTypes.SNAPSHOTS, method, collection);
        if (method.equals(MAP) && (element.isPresent() || key.isPresent())) {
            code.add(", $L", key.orElse(identity()));
            code.add(", $L", element.orElse(identity()));
        } else {
            element.ifPresent(mapper -> code.add(", $L", mapper));
        }
        return code.add(")").build();
    }

    /** A copy of an array, of what {@code element} makes of its elements. */
    static CodeBlock array(TypeName type, CodeBlock array, CodeBlock element) {
        return CodeBlock.of("$T.array($T.class, $L, $L)", RuntimeTypes.SNAPSHOTS, Naming.raw(type), array, element);
    }

    private static CodeBlock identity() {
        return CodeBlock.of("$T.identity()", Function.class);
    }

    /** The method of {@code Snapshots}, and of {@code Row}, for a collection of this kind. */
    static String method(Kind kind) {
        return switch (kind) {
            case LIST, INDEXED_LIST -> "list";
            case SET -> "set";
            case MAP -> MAP;
        };
    }

    /** What copies this in one column; {@code Shape} names its methods as {@code Snapshots} does. */
    static String method(Copying.Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }
}
