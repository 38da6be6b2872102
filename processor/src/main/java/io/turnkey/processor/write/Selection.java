package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.Attribute.Plural.Kind;
import io.turnkey.processor.model.Element;
import io.turnkey.processor.model.Embeddable;
import java.util.ArrayList;
import java.util.List;

/** What a query selects, and the code that reads each value where it stands in the row. */
final class Selection {
    private final String row;
    private final List<CodeBlock> attributes = new ArrayList<>();
    private final List<CodeBlock> collections = new ArrayList<>();

    /**
     * Nothing selected yet.
     *
     * @param row the variable that holds the row
     */
    Selection(String row) {
        this.row = row;
    }

    /** The selected paths, for {@code Projection}. */
    List<CodeBlock> attributes() {
        return attributes;
    }

    /** The selected collections, for {@code Projection}. */
    List<CodeBlock> collections() {
        return collections;
    }

    /** Selects attributes, and answers with the code that reads each. */
    List<CodeBlock> read(List<Attribute> selected) {
        return selected.stream().map(attribute -> read("", attribute)).toList();
    }

    private CodeBlock read(String prefix, Attribute attribute) {
        String path = prefix + attribute.name();
        if (attribute instanceof Attribute.Embedded embedded) {
            return embeddable(path + ".", embedded.embeddable());
        }
        if (attribute instanceof Attribute.Plural plural) {
            return plural(path, plural);
        }
        return attribute instanceof Attribute.Reference ? select(PathCode.idOf(path)) : select(PathCode.of(path));
    }

    private CodeBlock select(CodeBlock path) {
        attributes.add(path);
        return CodeBlock.of("$L.get($L)", row, attributes.size() - 1);
    }

    private CodeBlock embeddable(String prefix, Embeddable embeddable) {
        int from = attributes.size();
        int collectionsBefore = collections.size();
        List<CodeBlock> values = embeddable.attributes().stream()
                .map(attribute -> embeddable.isRecord() ? typed(prefix, attribute) : read(prefix, attribute))
                .toList();
        CodeBlock made = CodeBlock.of("new $T($L)", made(embeddable), Layout.arguments(values));
        boolean hasCollections = collections.size() > collectionsBefore;
        return hasCollections
                ? made
                : CodeBlock.of("$L.allNull($L, $L) ? null : $L", row, from, attributes.size(), made);
    }

    private static TypeName made(Embeddable embeddable) {
        return embeddable.isRecord() ? embeddable.type() : embeddable.snapshot();
    }

    /** A record may have other constructors, so its canonical one needs arguments of definite types. */
    private CodeBlock typed(String prefix, Attribute attribute) {
        if (attribute instanceof Attribute.Embedded) {
            return read(prefix, attribute);
        }
        read(prefix, attribute);
        return RowCode.typed(row, attributes.size() - 1, attribute.type());
    }

    private CodeBlock plural(String path, Attribute.Plural plural) {
        Selection each = new Selection("element");
        CodeBlock element = each.element(plural.element());
        CodeBlock.Builder read =
                CodeBlock.builder().add("$L.$L($L, ", row, SnapshotsCode.method(plural.kind()), collections.size());
        plural.key()
                .ifPresent(key ->
                        read.add("element -> $L, ", key(key, each.attributes().size())));
        collections.add(CodeBlock.of(
                "new $T($S, $T.$L, $L, $S)",
                RuntimeTypes.COLLECTION_PATH,
                path,
                RuntimeTypes.COLLECTION_KIND,
                kind(plural.kind()),
                Layout.list(each.attributes()),
                plural.orderBy()));
        return read.add("element -> $L)", element).build();
    }

    private CodeBlock element(Element element) {
        if (element instanceof Element.Embedded embedded) {
            return embeddable("", embedded.embeddable());
        }
        return element instanceof Element.Reference ? select(PathCode.idOf("")) : select(PathCode.of(""));
    }

    /** The key follows the values of the element; an embeddable key comes whole. */
    private static CodeBlock key(Element key, int position) {
        return key instanceof Element.Embedded embedded
                        && !embedded.embeddable().isRecord()
                ? CodeBlock.of(
                        "$T.of(element.<$T>get($L))",
                        embedded.embeddable().snapshot(),
                        embedded.embeddable().type(),
                        position)
                : CodeBlock.of("element.get($L)", position);
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case LIST, SET -> "PLAIN";
            case INDEXED_LIST -> "INDEXED";
            case MAP -> "MAP";
        };
    }
}
