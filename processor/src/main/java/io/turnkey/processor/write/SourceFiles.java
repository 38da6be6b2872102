package io.turnkey.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;

/** The one place where generated classes become files; none has a date. */
public final class SourceFiles {
    private final Filer filer;
    private final String generator;

    /**
     * Writes to {@code filer}.
     *
     * @param generator the processor's class name, for {@code @Generated}
     */
    public SourceFiles(Filer filer, String generator) {
        this.filer = filer;
        this.generator = generator;
    }

    /** Writes a class that is generated from {@code origins}. */
    public void write(ClassName name, TypeSpec.Builder type, Collection<? extends Element> origins) {
        type.addAnnotation(RuntimeTypes.NULL_MARKED)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", generator)
                        .build());
        String source = JavaFile.builder(name.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        try (Writer writer = filer.createSourceFile(name.canonicalName(), origins.toArray(Element[]::new))
                .openWriter()) {
            writer.write(Tidy.of(source));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be written", e);
        }
    }
}
