package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;

/** What cannot be shown running, since it does not compile. */
final class TypedKeys implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        narrator.chapter(
                "A wrong key does not compile",
                "A parameter has the attribute's own type, so a mistake is found by the compiler and not by a"
                        + " customer. This line is not in the tour's code, because javac refuses it:");
        narrator.code("customers.getByEmail(4711)");
        narrator.result("error: incompatible types: int cannot be converted to String");
    }
}
