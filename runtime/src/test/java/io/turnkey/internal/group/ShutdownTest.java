package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.CacheGroup;
import io.turnkey.internal.engine.ShutdownHook;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.internal.group.Shop.UserCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Caches that close when the JVM exits. */
@Tag("F50")
class ShutdownTest {
    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ExitProbe.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.lines()
                .filter(line -> line.matches("(hooks|closed|exit).*"))
                .toList();
    }

    @Test
    void theGroupAndACacheAloneAreClosedWhenTheProgramEndsAndACacheOfTheGroupOnlyWithIt() throws Exception {
        List<String> output = run();

        assertThat(output).startsWith("hooks 2", "exit");
        assertThat(output.subList(2, output.size()))
                .containsExactlyInAnyOrder(
                        "closed User", "closed Order", "closed Product", "closed default", "closed alone");
    }

    @Test
    @Tag("H28")
    void whatIsClosedBeforeLeavesNothingToDo() throws Exception {
        assertThat(run("close"))
                .startsWith("hooks 2")
                .endsWith("hooks 0", "exit")
                .hasSize(8);
    }

    @Test
    @Tag("F77")
    @Tag("H28")
    void aProgramThatEndsWhileTheyAreBeingClosedWaitsForThat() throws Exception {
        assertThat(run("exit-while-closing"))
                .contains("closed User", "closed Order", "closed Product", "closed default", "closed alone");
    }

    @Test
    void whatIsClosedAlreadyCannotBeRegistered() {
        FakeDatabase database = new FakeDatabase();
        CacheGroup group =
                new GroupBuilder(Shop.ALL, database.adapters(), new RecordingLoggers()).open(database.factory);
        UserCache users = group.get(UserCache.class);
        group.close();

        assertThatIllegalStateException().isThrownBy(group::closeOnShutdown).withMessage("Group 'default' is closed");
        assertThatIllegalStateException().isThrownBy(users::closeOnShutdown).withMessage("User is closed");
        // Closed in between by another thread.
        ShutdownHook hook = new ShutdownHook("turnkey-hook", () -> {});
        hook.close();
        hook.register();
        assertThat(hook.isRegistered()).isFalse();
    }
}
