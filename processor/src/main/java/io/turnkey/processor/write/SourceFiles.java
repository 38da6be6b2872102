package io.turnkey.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Generated;
import javax.lang.model.element.TypeElement;

/** The one place where generated classes become files: each has one originating element, and no date. */
final class SourceFiles {
    private static final String GENERATOR = "io.turnkey.processor.CacheProcessor";

    private final Filer filer;

    SourceFiles(Filer filer) {
        this.filer = filer;
    }

    void write(ClassName name, TypeSpec.Builder type, TypeElement origin) {
        type.addAnnotation(RuntimeTypes.NULL_MARKED)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", GENERATOR)
                        .build())
                .addOriginatingElement(origin);
        try {
            JavaFile.builder(name.packageName(), type.build())
                    .skipJavaLangImports(true)
                    .indent("    ")
                    .build()
                    .writeTo(filer);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be written", e);
        }
    }
}
