package io.github.untilfixed.verdict;

/** Hangs below a failure as suppressed and says which incident it looks like; never thrown. */
public final class Hint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the hint. */
    public Hint(String message) {
        super(message, null, false, false);
    }
}
