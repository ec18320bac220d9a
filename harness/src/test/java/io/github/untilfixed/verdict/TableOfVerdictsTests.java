package io.github.untilfixed.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.IncidentKind;
import io.github.untilfixed.incident.IncidentState;
import io.github.untilfixed.incident.Origin;
import io.github.untilfixed.incident.Symptom;
import java.net.ConnectException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of verdicts: what a test did by what it was expected to do, and what of that is red. */
class TableOfVerdictsTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    /** What a test was expected to do; the incident's symptom may start in the body and in a set-up, not elsewhere. */
    enum Column {
        TO_PASS,
        FAILS_UNTIL_FIXED,
        INTERMITTENT,
        POST_FIX,
        OVERDUE,
        OVERDUE_INTERMITTENT,
        CLOSED,
        OVERDUE_AND_FLIPPED
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            ACTUAL                  | TO_PASS | FAILS_UNTIL_FIXED  | INTERMITTENT       | POST_FIX     | OVERDUE | OVERDUE_INTERMITTENT | CLOSED  | OVERDUE_AND_FLIPPED
            returned                | PASSED  | PASSED_UNEXPECTEDLY| PASSED             | PASSED       | EXPIRED | EXPIRED              | EXPIRED | PASSED
            symptom                 | FAILED  | FAILED_AS_EXPECTED | FAILED_AS_EXPECTED | STILL_BROKEN | EXPIRED | EXPIRED              | EXPIRED | STILL_BROKEN
            another reason          | FAILED  | FAILED_DIFFERENTLY | FAILED_DIFFERENTLY | FAILED       | EXPIRED | EXPIRED              | EXPIRED | FAILED
            several, all match      | FAILED  | FAILED_AS_EXPECTED | FAILED_AS_EXPECTED | STILL_BROKEN | EXPIRED | EXPIRED              | EXPIRED | STILL_BROKEN
            several, not all match  | FAILED  | FAILED_DIFFERENTLY | FAILED_DIFFERENTLY | FAILED       | EXPIRED | EXPIRED              | EXPIRED | FAILED
            set-up, symptom         | FAILED  | FAILED_AS_EXPECTED | FAILED_AS_EXPECTED | STILL_BROKEN | EXPIRED | EXPIRED              | EXPIRED | STILL_BROKEN
            set-up, another reason  | FAILED  | FAILED_DIFFERENTLY | FAILED_DIFFERENTLY | FAILED       | EXPIRED | EXPIRED              | EXPIRED | FAILED
            class set-up, symptom   | FAILED  | FAILED_DIFFERENTLY | FAILED_DIFFERENTLY | FAILED       | EXPIRED | EXPIRED              | EXPIRED | FAILED
            extension, symptom      | FAILED  | FAILED_DIFFERENTLY | FAILED_DIFFERENTLY | FAILED       | EXPIRED | EXPIRED              | EXPIRED | FAILED
            tear-down, symptom      | FAILED  | FAILED_DIFFERENTLY | FAILED_DIFFERENTLY | FAILED       | EXPIRED | EXPIRED              | EXPIRED | FAILED
            timeout, symptom        | FAILED  | FAILED_DIFFERENTLY | FAILED_DIFFERENTLY | FAILED       | EXPIRED | EXPIRED              | EXPIRED | FAILED
            error of the JVM        | FAILED  | FAILED_DIFFERENTLY | FAILED_DIFFERENTLY | FAILED       | EXPIRED | EXPIRED              | EXPIRED | FAILED
            aborted                 | SKIPPED | SKIPPED            | SKIPPED            | UNVERIFIED   | EXPIRED | EXPIRED              | EXPIRED | UNVERIFIED
            disabled                | SKIPPED | SKIPPED            | SKIPPED            | UNVERIFIED   | EXPIRED | EXPIRED              | EXPIRED | UNVERIFIED
            gated                   | GATED   | GATED              | GATED              | UNVERIFIED   | EXPIRED | EXPIRED              | EXPIRED | UNVERIFIED
            fault of the harness    | HARNESS_ERROR | HARNESS_ERROR | HARNESS_ERROR     | HARNESS_ERROR | HARNESS_ERROR | HARNESS_ERROR | HARNESS_ERROR | HARNESS_ERROR
            """)
    void is(
            String actual,
            Verdict toPass,
            Verdict fails,
            Verdict intermittent,
            Verdict postFix,
            Verdict overdue,
            Verdict overdueIntermittent,
            Verdict closed,
            Verdict overdueAndFlipped) {
        var verdicts = List.of(
                        toPass, fails, intermittent, postFix, overdue, overdueIntermittent, closed, overdueAndFlipped)
                .iterator();
        for (var column : Column.values()) {
            var ruling = new Judge(List.of(incident(column)), TODAY, 1).judge(expectation(column), outcome(actual));

            assertThat(ruling.verdict()).as(actual + " and " + column).isEqualTo(verdicts.next());
            assertThat(ruling.explanation()).isNotBlank();
        }
    }

    private static Outcome outcome(String actual) {
        return switch (actual) {
            case "returned" -> Outcome.Returned.WHOLE;
            case "symptom" -> threw(failure(Origin.TEST, refused()));
            case "another reason" -> threw(failure(Origin.TEST, bug()));
            case "several, all match" -> threw(failure(Origin.TEST, refused()), failure(Origin.SET_UP, refused()));
            case "several, not all match" -> threw(failure(Origin.TEST, refused()), failure(Origin.TEST, bug()));
            case "set-up, symptom" -> threw(failure(Origin.SET_UP, refused()));
            case "set-up, another reason" -> threw(failure(Origin.SET_UP, bug()));
            case "class set-up, symptom" -> threw(failure(Origin.CLASS_SET_UP, refused()));
            case "extension, symptom" -> threw(failure(Origin.EXTENSION, refused()));
            case "tear-down, symptom" -> threw(failure(Origin.TEAR_DOWN, refused()));
            case "timeout, symptom" -> threw(failure(Origin.TIMEOUT, refused()));
            case "error of the JVM" -> threw(failure(Origin.TEST, new OutOfMemoryError("refused")));
            case "aborted" -> new Outcome.Aborted("no network");
            case "disabled" -> new Outcome.NotRun("disabled", false, Optional.empty());
            case "gated" -> new Outcome.NotRun("lower tier", true, Optional.empty());
            case "fault of the harness" -> new Outcome.Broken("no registry");
            default -> throw new IllegalArgumentException(actual);
        };
    }

    private static Expectation expectation(Column column) {
        boolean intermittent = column == Column.INTERMITTENT || column == Column.OVERDUE_INTERMITTENT;
        boolean flipped = column == Column.POST_FIX || column == Column.OVERDUE_AND_FLIPPED;
        return column == Column.TO_PASS
                ? Expectation.PASS
                : new Expectation(
                        List.of(new Blocker(incident(column), Optional.empty(), intermittent, flipped)), false);
    }

    private static Incident incident(Column column) {
        boolean overdue = column.name().startsWith("OVERDUE");
        return new Incident(
                "1278",
                "title",
                Optional.empty(),
                IncidentKind.INFRASTRUCTURE,
                "platform",
                TODAY.minusYears(1),
                overdue ? TODAY.minusDays(1) : TODAY,
                column == Column.CLOSED ? IncidentState.CLOSED : IncidentState.OPEN,
                Optional.empty(),
                List.of(symptom()),
                List.of(),
                Optional.empty(),
                Map.of(),
                new Incident.Lines(1, 1));
    }

    private static Symptom symptom() {
        return new Symptom(
                "refused",
                Optional.empty(),
                Set.of(Origin.TEST, Origin.SET_UP),
                List.of(),
                Optional.of(Pattern.compile("refused")),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Outcome threw(Failure... failures) {
        return new Outcome.Threw(List.of(failures));
    }

    private static Failure failure(Origin origin, Throwable thrown) {
        return new Failure(origin, thrown, Duration.ofMillis(1500));
    }

    private static ConnectException refused() {
        return new ConnectException("Connection refused");
    }

    private static IllegalStateException bug() {
        return new IllegalStateException("a bug");
    }
}
