package io.github.untilfixed.reports.allure;

import io.github.untilfixed.verdict.Verdict;

/** How a verdict is put into Allure's four statuses. */
enum VerdictStatus {
    /** For Allure 2: an expected failure is grey, and has a category of its own. */
    ALLURE_2 {
        @Override
        String of(Verdict verdict) {
            return common(verdict);
        }
    },
    /** For Allure 3, whose resolutions know failed and broken results only: an expected failure is broken and known. */
    ALLURE_3 {
        @Override
        String of(Verdict verdict) {
            return verdict == Verdict.FAILED_AS_EXPECTED ? "broken" : common(verdict);
        }
    };

    abstract String of(Verdict verdict);

    private static String common(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED_AS_EXPECTED, SKIPPED, GATED -> "skipped";
            case HARNESS_ERROR -> "broken";
            case FAILED, PASSED_UNEXPECTEDLY, FAILED_DIFFERENTLY, STILL_BROKEN, UNVERIFIED, EXPIRED -> "failed";
        };
    }
}
