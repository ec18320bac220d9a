package io.github.untilfixed.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.untilfixed.config.Mode;
import io.github.untilfixed.config.UnexpectedPass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a journal: what ran, on what, and how many tests were planned.
 *
 * @param schema the version of the journal's format
 * @param runId unique for each run; shards of one run have their own
 * @param startedAt when the first test was about to start
 * @param mode what was expected of tests that name an incident
 * @param postFix ids or globs of the incidents flipped one by one
 * @param unexpectedPass what a test that passes although its incident is open does to the build; null in journals that do not say, which means that it fails it
 * @param faults the ids of the injected faults, empty when none was
 * @param environment {@code embedded}, {@code containers} or {@code remote}
 * @param toxiproxy which Toxiproxy was asked for, for example {@code auto}; the observation {@code environment-start} says
 *     which one was taken and why
 * @param timeScale the factor by which simulated durations were compressed, 1..1000
 * @param seed the seed of everything random in the run
 * @param tier the tier that was selected, or {@code all}
 * @param planned the number of tests in the plan when the run started, at least 0; template and dynamic invocations are added as they appear
 * @param commit the git commit under test, or null outside a repository
 * @param dirty whether the work tree differed from the commit
 * @param incidents the registry as it was when the run started, so that reports need no other file
 * @param platform versions and machine facts by name: {@code java}, {@code junit}, {@code os}, {@code cpus}, {@code harness}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRecord(
        int schema,
        String runId,
        Instant startedAt,
        Mode mode,
        List<String> postFix,
        @Nullable UnexpectedPass unexpectedPass,
        List<String> faults,
        String environment,
        String toxiproxy,
        int timeScale,
        long seed,
        String tier,
        int planned,
        @Nullable String commit,
        boolean dirty,
        List<IncidentSnapshot> incidents,
        Map<String, String> platform)
        implements JournalRecord {

    /** The version of the format that this code writes. */
    public static final int SCHEMA = 1;
}
