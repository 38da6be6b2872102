package io.turnkey.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Waits one round for the members that Lombok writes, where it stands after us on the processor path: Lombok makes javac run further rounds. ECJ has no round
 * to wait for, and there Lombok has always run before.
 */
public final class Lombok {
    private final boolean runs;
    private final Set<String> waitedFor = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    private Lombok(boolean runs) {
        this.runs = runs;
    }

    static Lombok of(ProcessingEnvironment environment) {
        return new Lombok(!environment.getClass().getName().startsWith("org.eclipse.") && isOnProcessorPath());
    }

    private static boolean isOnProcessorPath() {
        try {
            Class.forName("lombok.launch.AnnotationProcessorHider", false, Lombok.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** A new round: what was asked for in the last one is there now, or never will be. */
    public void nextRound() {
        waitedFor.addAll(asked);
    }

    /**
     * Called where a member of {@code owner} is missing.
     *
     * @throws Unready if Lombok may write it before the next round
     */
    void await(TypeElement owner) {
        String name = owner.getQualifiedName().toString();
        if (runs && !waitedFor.contains(name) && usesLombok(owner)) {
            asked.add(name);
            throw Unready.lombok(name);
        }
    }

    private static boolean usesLombok(TypeElement owner) {
        for (Element each = owner; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (isAnnotated(each)) {
                return true;
            }
        }
        return owner.getEnclosedElements().stream().anyMatch(Lombok::isAnnotated);
    }

    private static boolean isAnnotated(Element element) {
        return Mirror.all(element).stream().anyMatch(each -> each.type().startsWith("lombok."));
    }
}
