package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import javax.lang.model.element.TypeElement;

/**
 * What the readers of one entity share.
 *
 * @param entity the class that is compiled
 * @param report where it is told what is wrong with it
 * @param embeddables the names of the records that stand for embeddables
 */
record Scope(
        Compilation compilation,
        TypeElement entity,
        Report report,
        EmbeddableNames embeddables,
        Members members,
        Accessors accessors,
        ValueTypes values) {

    static Scope of(Compilation compilation, TypeElement entity, Report report, ClassName snapshot) {
        return new Scope(
                compilation,
                entity,
                report,
                new EmbeddableNames(snapshot),
                new Members(compilation),
                new Accessors(compilation, compilation.packageOf(entity)),
                new ValueTypes(compilation));
    }

    /** The same, but what is found goes nowhere: it is told where the other class is compiled. */
    Scope muted() {
        return new Scope(compilation, entity, Report.about(entity), embeddables, members, accessors, values);
    }

    String packageName() {
        return compilation.packageOf(entity);
    }

    /** Leaves an attribute out, with a warning. */
    Node unsupported(Member member, String reason) {
        report.add(Code.UNSUPPORTED_ATTRIBUTE, member.mapped(), member.name(), nameOf(member), reason);
        return new Node.Unsupported(member, reason, false);
    }

    /** Reports that generated code cannot get at an attribute. */
    Node inaccessible(Member member, String reason) {
        report.add(Code.ATTRIBUTE_NOT_ACCESSIBLE, member.mapped(), member.name(), nameOf(member), reason);
        return new Node.Unsupported(member, reason, true);
    }

    static String nameOf(Member member) {
        return Compilation.shortName(member.owner());
    }
}
