package io.github.untilfixed.journal;

import java.time.Instant;
import java.util.List;

/**
 * The last line of a journal; without it the run did not end by itself.
 *
 * @param finishedAt when the last verdict was taken
 * @param tests the number of test lines before this one
 * @param problems errors that belong to the whole run and to no test
 * @param fixed ids of the incidents whose every test passed although expected to fail, or passed after the flip
 * @param unverified ids of the flipped incidents that this run could not verify
 * @param deletions what to delete once an incident is fixed, one line each
 */
public record EndRecord(
        Instant finishedAt,
        int tests,
        List<String> problems,
        List<String> fixed,
        List<String> unverified,
        List<String> deletions)
        implements JournalRecord {}
