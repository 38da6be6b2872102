package io.turnkey.processor.read;

import io.turnkey.processor.model.Attribute;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** A persistent attribute of the entity, or of an embeddable in it, and what became of it. */
sealed interface Node {
    /** The attribute as JPA finds it. */
    Member member();

    /** The attribute's name. */
    default String name() {
        return member().name();
    }

    /**
     * It is in the snapshot.
     *
     * @param type the type of the snapshot's component; empty if that is a class still to be generated
     * @param children what an embeddable consists of
     */
    record Kept(Member member, Attribute attribute, Optional<TypeMirror> type, List<Node> children) implements Node {}

    /** It has {@code @CacheIgnore}. */
    record Ignored(Member member) implements Node {}

    /** It is an association whose columns are in another table. */
    record Inverse(Member member) implements Node {}

    /**
     * It cannot be in a snapshot, which has been reported.
     *
     * @param failed whether as an error, after which nothing more need be said of it
     */
    record Unsupported(Member member, String reason, boolean failed) implements Node {}
}
