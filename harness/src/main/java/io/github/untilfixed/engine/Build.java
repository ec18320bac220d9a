package io.github.untilfixed.engine;

import java.util.Optional;

/** Names the build that this JVM works for: the nearest JVM above it, such as Maven's, or else itself. */
final class Build {

    private Build() {}

    static String name() {
        return Once.NAME;
    }

    /** Asked for once: the processes above do not change. */
    private static final class Once {
        private static final String NAME = name(above().orElseGet(ProcessHandle::current));
    }

    private static Optional<ProcessHandle> above() {
        var parent = ProcessHandle.current().parent();
        while (parent.isPresent() && !isJava(parent.get())) {
            parent = parent.get().parent();
        }
        return parent;
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.matches(".*[/\\\\]javaw?(\\.exe)?"))
                .isPresent();
    }

    private static String name(ProcessHandle process) {
        return process.pid()
                + process.info().startInstant().map(start -> " of " + start).orElse("");
    }
}
