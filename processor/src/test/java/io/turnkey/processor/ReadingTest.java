package io.turnkey.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.TypeName;
import io.turnkey.processor.Compilations.Result;
import io.turnkey.processor.model.Access;
import io.turnkey.processor.model.Attribute;
import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.Id;
import io.turnkey.processor.model.Key;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Compiles sources with javac and with ECJ, which must see the same, and describes what was read in a few words. */
abstract class ReadingTest {
    private static final String HEAD = """
            package shop;
            import com.fasterxml.jackson.annotation.*;
            import io.turnkey.annotation.*;
            import io.turnkey.annotation.Cacheable;
            import jakarta.persistence.*;
            import java.util.*;
            """;

    @TempDir
    Path folder;

    /** Compiles the sources of package {@code shop}, each after the usual imports. */
    Result read(String... sources) {
        String[] complete = new String[sources.length];
        for (int i = 0; i < sources.length; i++) {
            complete[i] = sources[i].startsWith("package") ? sources[i] : HEAD + sources[i];
        }
        Result javac = Compilations.javac(folder.resolve("javac")).compile(complete);
        Result ecj = Compilations.ecj(folder.resolve("ecj")).compile(complete);
        assertThat(ecj.entities()).as(() -> "ECJ " + ecj.messages()).isEqualTo(javac.entities());
        assertThat(ecj.subtypes()).as("ECJ").isEqualTo(javac.subtypes());
        return javac;
    }

    /** A source of package {@code shop} with the usual imports. */
    static String source(String body) {
        return HEAD + body;
    }

    /** {@code component: type}, in order. */
    static List<String> components(CachedEntity entity) {
        return components(entity.attributes());
    }

    static List<String> components(List<Attribute> attributes) {
        return attributes.stream()
                .map(attribute -> attribute.component() + ": " + simple(attribute.type()))
                .toList();
    }

    static Attribute attribute(CachedEntity entity, String component) {
        return attribute(entity.attributes(), component);
    }

    static Attribute attribute(List<Attribute> attributes, String component) {
        return attributes.stream()
                .filter(attribute -> attribute.component().equals(component))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + component + " in " + components(attributes)));
    }

    /** How it is read, and how it is written: {@code getId()/setId()}, {@code .id/-}, {@code Base#id/Base#id}. */
    static String access(CachedEntity entity, String component) {
        return access(attribute(entity, component).common().access());
    }

    static String access(Access access) {
        return way(access.read()) + "/" + way(access.write());
    }

    private static String way(Access.Way way) {
        if (way instanceof Access.Method method) {
            return method.name() + "()";
        }
        if (way instanceof Access.Field field) {
            return "." + field.name();
        }
        return way instanceof Access.Hidden hidden
                ? hidden.owner().simpleName() + "#" + hidden.name() + ":" + simple(hidden.type())
                : "-";
    }

    /** {@code getByEmail(email: String)}, {@code listByStatus(status: Status)}. */
    static List<String> keys(CachedEntity entity) {
        return entity.keys().stream().map(ReadingTest::key).toList();
    }

    private static String key(Key key) {
        return (key.unique() ? "getBy" : "listBy") + key.suffix() + "("
                + key.parts().stream()
                        .map(part ->
                                part.path().stream().map(Attribute::component).collect(joining(".")) + ": "
                                        + simple(part.attribute().type()))
                        .collect(joining(", "))
                + ")";
    }

    static String idType(Id id) {
        return simple(id.type());
    }

    /** A type without packages. */
    static String simple(TypeName type) {
        return type.toString().replaceAll("\\b(?:[a-z]\\w*\\.)+", "");
    }
}
