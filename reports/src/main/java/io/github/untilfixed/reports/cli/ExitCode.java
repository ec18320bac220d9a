package io.github.untilfixed.reports.cli;

/** The numbers that the process ends with; {@code render} never ends with the verdict of the run, {@code gate} does. */
enum ExitCode {
    /** Everything was written. */
    WRITTEN(0),
    /** The journal is red or incomplete. */
    RED(1),
    /** Something was written that must not be shown: the final scan found a secret. */
    SECRET_FOUND(1),
    /** Nothing could be judged: wrong usage, a missing or broken journal, a directory that cannot be written. */
    COULD_NOT(2);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
