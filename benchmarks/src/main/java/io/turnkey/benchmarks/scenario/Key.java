package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.contender.Contender;
import io.turnkey.benchmarks.data.Requests;
import io.turnkey.benchmarks.paired.Copies;
import io.turnkey.benchmarks.paired.Work;
import java.lang.invoke.MethodHandles;

/** Which key is asked by. */
enum Key {
    ID("getById") {
        @Override
        Work reads(Contender contender, Requests requests) throws Exception {
            return Copies.of(MethodHandles.lookup(), ById.class, contender, requests.ids());
        }
    },
    EMAIL("getByEmail") {
        @Override
        Work reads(Contender contender, Requests requests) throws Exception {
            return Copies.of(MethodHandles.lookup(), ByEmail.class, contender, requests.emails());
        }
    };

    private final String method;

    Key(String method) {
        this.method = method;
    }

    String method() {
        return method;
    }

    /** Reads of the contender, in a loop of its own. */
    abstract Work reads(Contender contender, Requests requests) throws Exception;
}
