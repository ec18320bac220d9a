package io.github.untilfixed.environment;

/**
 * Steps that have to be done although their thread was interrupted, such as closing what a test has opened whose time was
 * over: whatever waits would give up at once.
 */
public final class Uninterrupted {

    private Uninterrupted() {}

    /** Does a step; a thread that was interrupted before is so again afterwards. */
    public static void run(Runnable step) {
        boolean interrupted = Thread.interrupted();
        try {
            step.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
