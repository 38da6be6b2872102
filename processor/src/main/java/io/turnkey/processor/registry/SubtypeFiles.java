package io.turnkey.processor.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the resources that list the classes of each hierarchy, with those that an earlier compilation listed. */
final class SubtypeFiles {
    private static final String FOLDER = "META-INF/turnkey/";

    private final Elements elements;
    private final Markers markers;
    private final ClassOutput output;

    SubtypeFiles(Elements elements, Markers markers, ClassOutput output) {
        this.elements = elements;
        this.markers = markers;
        this.output = output;
    }

    /**
     * Writes the list of each hierarchy that may have changed.
     *
     * @param found the classes generated now
     * @param models all models, of whose hierarchies a class may be gone
     */
    void write(List<ListedSubtype> found, Collection<ListedModel> models) {
        Map<String, List<TypeElement>> roots = new TreeMap<>();
        models.forEach(model -> roots.put(binaryName(model.entity()), new ArrayList<>()));
        found.forEach(subtype -> roots.computeIfAbsent(binaryName(subtype.root()), root -> new ArrayList<>())
                .add(subtype.type()));
        roots.forEach(this::write);
    }

    private void write(String root, List<TypeElement> found) {
        List<String> before = output.lines(FOLDER + root);
        TreeSet<String> names = new TreeSet<>();
        found.forEach(type -> names.add(binaryName(type)));
        before.stream()
                .filter(name -> markers.subtype(name)
                        .filter(subtype -> binaryName(subtype.root()).equals(root))
                        .isPresent())
                .forEach(names::add);
        List<String> after = List.copyOf(names);
        if (!after.equals(before)) {
            output.write(FOLDER + root, after, found);
        }
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }
}
