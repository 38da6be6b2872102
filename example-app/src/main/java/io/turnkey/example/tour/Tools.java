package io.turnkey.example.tour;

import io.turnkey.EntityCache;
import io.turnkey.example.console.Narrator;

/** Access by name, for admin pages and scripts. */
final class Tools implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        narrator.chapter(
                "By name, for tools",
                "An admin page knows models and keys only as text. For it every cache answers by name, and refuses"
                        + " what does not exist.");
        narrator.code("EntityCache<?, ?> model = caches.get(\"Country\");");
        EntityCache<?, ?> model = scene.caches().get("Country");
        narrator.read(
                model,
                "model.getByKey(\"alpha3\", \"BRA\")",
                () -> model.getByKey("alpha3", "BRA"),
                country -> Describe.found(country, Object::toString));
        narrator.read(
                model, "model.isCached(\"name\", \"Brazil\")", () -> model.isCached("name", "Brazil"), String::valueOf);
        narrator.pause();
        narrator.code("model.getByKey(\"alpha2\", \"BR\")");
        try {
            narrator.result(String.valueOf(model.getByKey("alpha2", "BR")));
        } catch (IllegalArgumentException e) {
            narrator.say(e.toString());
        }
    }
}
