package io.github.untilfixed.reports.facts;

/** What a run found out about an incident. */
public enum IncidentState {
    /** The journal is not complete: nothing may be concluded. */
    INCOMPLETE,
    /** No test came to a result, or each showed another of its incidents: evidence of nothing. */
    NOT_OBSERVED,
    /** The tests that must fail failed, with the incident's symptom. */
    PRESENT,
    /** A test of the incident failed, but not with its symptom. */
    CHANGED,
    /** Tests that must fail passed. */
    PASSING,
    /** The fix is claimed and every test of the incident passed. */
    FIX_VALIDATED,
    /** The fix is claimed and the symptom is still there. */
    STILL_BROKEN,
    /** The fix is claimed and a test that would show it came to no result, or showed another of its incidents. */
    UNVERIFIED,
    /** The expectation is out of date, or the harness itself failed. */
    NOT_JUDGED
}
