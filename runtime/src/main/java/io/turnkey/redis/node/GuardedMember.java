package io.turnkey.redis.node;

import io.turnkey.spi.Member;
import io.turnkey.spi.SharedChange;
import java.util.function.Consumer;

/** Keeps what a member throws from the protocol: the others, and what comes after, are told all the same. */
final class GuardedMember implements Member {
    private final Member member;
    private final Consumer<Throwable> failed;

    GuardedMember(Member member, Consumer<Throwable> failed) {
        this.member = member;
        this.failed = failed;
    }

    @Override
    public void changed(SharedChange change) {
        guarded(() -> member.changed(change));
    }

    @Override
    public void lost() {
        guarded(member::lost);
    }

    @Override
    public void disconnected() {
        guarded(member::disconnected);
    }

    @Override
    public void connected() {
        guarded(member::connected);
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            failed.accept(e);
        }
    }
}
