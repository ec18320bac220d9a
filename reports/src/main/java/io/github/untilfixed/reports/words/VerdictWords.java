package io.github.untilfixed.reports.words;

import io.github.untilfixed.verdict.Verdict;
import java.util.Locale;

/** The words and signs that people see for a verdict; a sign never stands alone. */
public final class VerdictWords {

    private VerdictWords() {}

    /** Returns the verdict in words, for example {@code failed as expected}. */
    public static String of(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns a sign and the words, for example {@code ✕ still broken}. */
    public static String signed(Verdict verdict) {
        return sign(verdict) + " " + of(verdict);
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✓";
            case FAILED_AS_EXPECTED -> "◆";
            case SKIPPED, GATED -> "○";
            case PASSED_UNEXPECTEDLY -> "!";
            case FAILED, FAILED_DIFFERENTLY, STILL_BROKEN, UNVERIFIED, EXPIRED, HARNESS_ERROR -> "✕";
        };
    }
}
