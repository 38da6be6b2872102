package io.turnkey.processor.registry;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The folder that the compilation writes to, with what an earlier one left there. */
final class ClassOutput {
    private final Filer filer;

    ClassOutput(Filer filer) {
        this.filer = filer;
    }

    /** The lines of a resource that an earlier compilation wrote; none if there is no such resource. */
    List<String> lines(String resource) {
        return read("", resource)
                .map(text -> text.lines().filter(line -> !line.isBlank()).toList())
                .orElseGet(List::of);
    }

    /** Whether an earlier compilation left a class here. */
    boolean hasClass(String packageName, String simpleName) {
        return exists(packageName, simpleName + ".class");
    }

    private boolean exists(String packageName, String file) {
        try (var stream = filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, file)
                .openInputStream()) {
            return stream.read() >= 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private Optional<String> read(String packageName, String file) {
        try {
            FileObject resource = filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, file);
            return Optional.of(resource.getCharContent(true).toString());
        } catch (FileNotFoundException | NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    /** Writes a resource of these lines. */
    void write(String resource, List<String> lines, Collection<? extends Element> origins) {
        try (Writer writer = filer.createResource(
                        StandardLocation.CLASS_OUTPUT, "", resource, origins.toArray(Element[]::new))
                .openWriter()) {
            for (String line : lines) {
                writer.write(line + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " could not be written", e);
        }
    }
}
