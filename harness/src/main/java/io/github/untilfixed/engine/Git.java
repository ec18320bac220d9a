package io.github.untilfixed.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The commit under test.
 *
 * @param commit its hash, or empty outside of a repository
 * @param dirty whether the work tree differs from it
 */
record Git(Optional<String> commit, boolean dirty) {

    private static final long SECONDS = 5;

    /** Has git asked while something else goes on. */
    static void ask() {
        Once.start();
    }

    /** Returns what git said. */
    static Git read() {
        return Once.ANSWER.join();
    }

    /** Asked once for each JVM: starting git costs more than a hundred tests. */
    private static final class Once {
        private static final CompletableFuture<Git> ANSWER =
                CompletableFuture.supplyAsync(Git::answer, Once::inTheBackground);

        /** Loading the class has done it. */
        static void start() {}

        private static void inTheBackground(Runnable question) {
            var thread = new Thread(question, "untilfixed-git");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static Git answer() {
        var commit = run("rev-parse", "HEAD").filter(hash -> hash.matches("[0-9a-f]{40,64}"));
        boolean dirty = commit.isPresent()
                && run("status", "--porcelain", "--untracked-files=no")
                        .filter(changes -> !changes.isEmpty())
                        .isPresent();
        return new Git(commit, dirty);
    }

    private static Optional<String> run(String first, String... others) {
        var command = new ArrayList<>(List.of("git", first));
        command.addAll(List.of(others));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            // No git on this machine: the journal says that there is no commit.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
