package io.github.untilfixed.verdict;

/** What the outcome of one planned test means. */
public enum Verdict {
    /** The test was to pass and passed. */
    PASSED,
    /** The test was to pass and failed. */
    FAILED,
    /** The test failed with its incident's symptom, as it must until the incident is fixed. */
    FAILED_AS_EXPECTED,
    /** The test was to fail and passed: the incident may be fixed. */
    PASSED_UNEXPECTEDLY,
    /** The test was to fail with its incident's symptom and failed in another way. */
    FAILED_DIFFERENTLY,
    /** The incident is claimed to be fixed, and its symptom is still there. */
    STILL_BROKEN,
    /** The incident is claimed to be fixed, and the test that would show it did not run. */
    UNVERIFIED,
    /** The expectation is past its review-by date, or its incident is closed. */
    EXPIRED,
    /** The test was aborted or disabled: evidence of nothing. */
    SKIPPED,
    /** The test was held back because a lower tier failed: evidence of nothing. */
    GATED,
    /** The harness, the registry or the configuration is at fault; never forgiven. */
    HARNESS_ERROR;

    /** Returns whether this verdict fails the build. */
    public boolean red() {
        return switch (this) {
            case PASSED, FAILED_AS_EXPECTED, SKIPPED, GATED -> false;
            case FAILED, PASSED_UNEXPECTEDLY, FAILED_DIFFERENTLY, STILL_BROKEN, UNVERIFIED, EXPIRED, HARNESS_ERROR ->
                true;
        };
    }
}
