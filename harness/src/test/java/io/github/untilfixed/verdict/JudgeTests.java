package io.github.untilfixed.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.HarnessFault;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The table of verdicts, cell by cell. */
class JudgeTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Incident incident = incident("1278", IncidentState.OPEN, TODAY, "refused");
    private final Incident other = incident("1301", IncidentState.OPEN, TODAY, "quota");
    private final Judge judge = new Judge(List.of(incident, other), TODAY, 50);

    private static final Outcome RETURNED = new Outcome.Returned(List.of());
    private static final Outcome ABORTED = new Outcome.Aborted("no network");
    private static final Outcome GATED = new Outcome.NotRun("lower tier", true, Optional.empty());
    private static final Outcome BROKEN = new Outcome.Broken("no registry");
    private static final Outcome SYMPTOM = threw(Origin.TEST, refused());
    private static final Outcome OTHER = threw(Origin.TEST, new IllegalStateException("a bug"));
    private static final Outcome MIXED = new Outcome.Threw(
            List.of(failure(Origin.TEST, refused()), failure(Origin.TEST, new IllegalStateException("a bug"))));
    private static final Outcome TIMED_OUT = threw(Origin.TIMEOUT, refused());

    @Nested
    class WhenATestIsToPass {

        @Test
        void itsOutcomeIsItsVerdict() {
            verdict(Expectation.PASS, RETURNED, Verdict.PASSED);
            verdict(Expectation.PASS, OTHER, Verdict.FAILED);
            verdict(Expectation.PASS, MIXED, Verdict.FAILED);
            verdict(Expectation.PASS, TIMED_OUT, Verdict.FAILED);
            verdict(Expectation.PASS, ABORTED, Verdict.SKIPPED);
            verdict(Expectation.PASS, GATED, Verdict.GATED);
            verdict(Expectation.PASS, BROKEN, Verdict.HARNESS_ERROR);
        }

        @Test
        void aFailureThatLooksLikeAnIncidentSaysSo() {
            var ruling = verdict(Expectation.PASS, SYMPTOM, Verdict.FAILED);

            assertThat(ruling.incident()).contains("1278");
            assertThat(ruling.symptom()).contains("shows");
            assertThat(ruling.explanation()).contains("looks like incident 1278");
            assertThat(verdict(Expectation.PASS, OTHER, Verdict.FAILED).incident())
                    .isEmpty();
        }

        @Test
        void aClosedIncidentIsNoHint() {
            var closed = new Judge(List.of(incident("1", IncidentState.CLOSED, TODAY, "refused")), TODAY, 1);

            assertThat(closed.judge(Expectation.PASS, SYMPTOM).incident()).isEmpty();
        }
    }

    @Nested
    class WhenATestFailsUntilFixed {

        private final Expectation expected = expecting(blocker(incident, false, false));

        @Test
        void onlyTheSymptomIsForgiven() {
            verdict(expected, RETURNED, Verdict.PASSED_UNEXPECTEDLY);
            verdict(expected, SYMPTOM, Verdict.FAILED_AS_EXPECTED);
            verdict(expected, OTHER, Verdict.FAILED_DIFFERENTLY);
            verdict(expected, MIXED, Verdict.FAILED_DIFFERENTLY);
            verdict(expected, TIMED_OUT, Verdict.FAILED_DIFFERENTLY);
            verdict(expected, ABORTED, Verdict.SKIPPED);
            verdict(expected, GATED, Verdict.GATED);
            verdict(expected, BROKEN, Verdict.HARNESS_ERROR);
        }

        @Test
        void theUnexpectedPassSaysHowToFlip() {
            assertThat(verdict(expected, RETURNED, Verdict.PASSED_UNEXPECTEDLY).explanation())
                    .contains("-Duntilfixed.post-fix=1278");
        }

        @Test
        void theExpectedFailureNamesIncidentSymptomAndBothTimes() {
            var ruling = verdict(expected, SYMPTOM, Verdict.FAILED_AS_EXPECTED);

            assertThat(ruling.incident()).contains("1278");
            assertThat(ruling.symptom()).contains("shows");
            assertThat(ruling.explanation()).contains("measured 1.5 s, 75 s at time scale 50");
        }

        @Test
        void anotherFailureShowsWhatWasExpectedAndOnlyWhatDidNotMatch() {
            var ruling = verdict(expected, MIXED, Verdict.FAILED_DIFFERENTLY);

            assertThat(ruling.explanation())
                    .contains("1 of 2 failures do not match", "a bug", "message /refused/")
                    .contains("not shows of incident 1278 (")
                    .contains("no message matches /refused/")
                    .doesNotContain("Connection refused");
            assertThat(verdict(expected, OTHER, Verdict.FAILED_DIFFERENTLY).explanation())
                    .doesNotContain(" of 1 failures");
        }

        @Test
        void anotherFailureIsHeldAgainstTheNearestSymptomAndTheOthersAreNamed() {
            var several = expecting(blocker(incident, false, false), blocker(other, false, false));

            assertThat(verdict(several, OTHER, Verdict.FAILED_DIFFERENTLY).explanation())
                    .startsWith("Expected incident 1278,1301, but ")
                    .contains("not shows of incident 1278 (", "; nor shows of incident 1301")
                    .doesNotContain("/quota/");
            assertThat(verdict(
                                    several,
                                    threw(Origin.TIMEOUT, new IllegalStateException("quota")),
                                    Verdict.FAILED_DIFFERENTLY)
                            .explanation())
                    .as("of the first one two criteria do not hold, of the second one")
                    .contains("not shows of incident 1301 (", "; nor shows of incident 1278")
                    .doesNotContain("/refused/");
        }

        @Test
        void errorsOfTheJvmAreNeverForgivenButAStackOverflowIsAnOrdinaryFailure() {
            verdict(expected, threw(Origin.TEST, new OutOfMemoryError("refused")), Verdict.FAILED_DIFFERENTLY);
            verdict(expected, threw(Origin.TEST, new StackOverflowError("refused")), Verdict.FAILED_AS_EXPECTED);
        }

        @Test
        void aFaultOfTheHarnessIsNeverForgiven() {
            verdict(
                    expected,
                    threw(Origin.TEST, new IllegalStateException("refused", new Fault("no PostgreSQL"))),
                    Verdict.HARNESS_ERROR);
            assertThat(verdict(expected, threw(Origin.TEST, new Fault(null)), Verdict.HARNESS_ERROR)
                            .explanation())
                    .contains("Fault");
        }

        @Test
        void aPassIsNoSurpriseWhenItIsIntermittent() {
            var intermittent = expecting(blocker(incident, true, false));

            verdict(intermittent, RETURNED, Verdict.PASSED);
            verdict(intermittent, SYMPTOM, Verdict.FAILED_AS_EXPECTED);
            verdict(intermittent, OTHER, Verdict.FAILED_DIFFERENTLY);
            verdict(intermittent, ABORTED, Verdict.SKIPPED);
            verdict(
                    expecting(blocker(incident, true, false), blocker(other, false, false)),
                    RETURNED,
                    Verdict.PASSED_UNEXPECTEDLY);
        }

        @Test
        void onlyTheNamedSymptomIsAllowed() {
            var named = expecting(new Blocker(incident, Optional.of("another"), false, false));

            verdict(named, SYMPTOM, Verdict.FAILED_DIFFERENTLY);
        }
    }

    @Nested
    class AfterTheFlip {

        private final Expectation flipped = expecting(blocker(incident, false, true));

        @Test
        void onlyAPassIsGreen() {
            verdict(flipped, RETURNED, Verdict.PASSED);
            verdict(flipped, SYMPTOM, Verdict.STILL_BROKEN);
            verdict(flipped, OTHER, Verdict.FAILED);
            verdict(flipped, MIXED, Verdict.FAILED);
            verdict(flipped, ABORTED, Verdict.UNVERIFIED);
            verdict(flipped, GATED, Verdict.UNVERIFIED);
            verdict(flipped, BROKEN, Verdict.HARNESS_ERROR);
        }

        @Test
        void aPassIsEvidenceAndAnotherFailureIsTheFixs() {
            assertThat(verdict(flipped, RETURNED, Verdict.PASSED).incident()).contains("1278");
            assertThat(verdict(flipped, OTHER, Verdict.FAILED).explanation()).contains("changed the failure");
        }

        @Test
        void ofSeveralIncidentsTheOpenOneIsStillExpected() {
            var one = expecting(blocker(incident, false, true), blocker(other, false, false));

            verdict(one, RETURNED, Verdict.PASSED_UNEXPECTEDLY);
            verdict(one, SYMPTOM, Verdict.STILL_BROKEN);
            var masked =
                    verdict(one, threw(Origin.TEST, new IllegalStateException("quota")), Verdict.FAILED_AS_EXPECTED);
            assertThat(masked.explanation()).contains("Incident 1278 seems fixed here, now masked by 1301");
            verdict(one, ABORTED, Verdict.UNVERIFIED);
            var both = new Outcome.Threw(
                    List.of(failure(Origin.TEST, new IllegalStateException("quota")), failure(Origin.TEST, refused())));
            assertThat(verdict(one, both, Verdict.STILL_BROKEN).incident()).contains("1278");
        }
    }

    @Nested
    class WhenAnExpectationIsStale {

        @Test
        void itIsRedWhateverTheTestDid() {
            var overdue = incident("1278", IncidentState.OPEN, TODAY.minusDays(1), "refused");
            var closed = incident("1278", IncidentState.CLOSED, TODAY, "refused");

            for (var stale : List.of(overdue, closed)) {
                var expected = expecting(blocker(stale, false, false));
                for (var outcome : List.of(RETURNED, SYMPTOM, OTHER, ABORTED)) {
                    verdict(expected, outcome, Verdict.EXPIRED);
                }
                assertThat(verdict(expected, SYMPTOM, Verdict.EXPIRED).explanation())
                        .contains(
                                stale.state() == IncidentState.CLOSED
                                        ? "is closed"
                                        : "was to be reviewed by 2026-11-22");
                verdict(expected, BROKEN, Verdict.HARNESS_ERROR);
                verdict(expecting(blocker(stale, false, true)), SYMPTOM, Verdict.STILL_BROKEN);
            }
        }
    }

    @Nested
    class WhenPartsAreKnownIssues {

        @Test
        void theyAreForgivenAloneOrReportedWhenTheyDoNotShow() {
            var forgiven = new Part(
                    blocker(incident, false, false), Part.Ending.FORGIVEN, List.of(failure(Origin.TEST, refused())));
            var silent = new Part(blocker(incident, false, false), Part.Ending.PASSED);
            var flaky = new Part(blocker(incident, true, false), Part.Ending.PASSED);
            var fixed = new Part(blocker(incident, false, true), Part.Ending.PASSED);

            verdict(Expectation.PASS, new Outcome.Returned(List.of(forgiven)), Verdict.FAILED_AS_EXPECTED);
            verdict(Expectation.PASS, new Outcome.Returned(List.of(forgiven, silent)), Verdict.PASSED_UNEXPECTEDLY);
            verdict(Expectation.PASS, new Outcome.Returned(List.of(flaky)), Verdict.PASSED);
            assertThat(verdict(Expectation.PASS, new Outcome.Returned(List.of(fixed)), Verdict.PASSED)
                            .incident())
                    .contains("1278");
        }

        @Test
        void aForgivenPartDoesNotHideThatTheRestWasToFail() {
            var whole = expecting(blocker(incident, false, false));
            var ofOther = forgiven(other, new IllegalStateException("quota"));

            var surprise = verdict(whole, new Outcome.Returned(List.of(ofOther)), Verdict.PASSED_UNEXPECTEDLY);
            assertThat(surprise.incident()).contains("1278");
            verdict(
                    whole,
                    new Outcome.Returned(List.of(ofOther, forgiven(incident, refused()))),
                    Verdict.FAILED_AS_EXPECTED);
            verdict(
                    expecting(blocker(incident, true, false)),
                    new Outcome.Returned(List.of(ofOther)),
                    Verdict.FAILED_AS_EXPECTED);
            verdict(
                    expecting(blocker(incident, false, true)),
                    new Outcome.Returned(List.of(ofOther)),
                    Verdict.FAILED_AS_EXPECTED);
        }

        private Part forgiven(Incident shown, Throwable thrown) {
            return new Part(blocker(shown, false, false), Part.Ending.FORGIVEN, List.of(failure(Origin.TEST, thrown)));
        }

        @Test
        void aPartWhoseFailureEndedTheTestIsJudgedByItsIncident() {
            var bug = failure(Origin.TEST, new IllegalStateException("a bug"));
            var part = failed(blocker(incident, false, false), bug);
            var forgiven = new Part(blocker(incident, false, false), Part.Ending.FORGIVEN, List.of(bug));

            verdict(Expectation.PASS, new Outcome.Threw(List.of(bug), List.of(part)), Verdict.FAILED_DIFFERENTLY);
            verdict(Expectation.PASS, new Outcome.Threw(List.of(bug), List.of(forgiven)), Verdict.FAILED);
        }

        @Test
        void aPartThatFailedCountsAlthoughTheTestWentOn() {
            var bug = failure(Origin.TEST, new IllegalStateException("a bug"));
            var open = failed(blocker(incident, false, false), bug);
            var flipped = failed(blocker(incident, false, true), failure(Origin.TEST, refused()));
            var whole = expecting(blocker(other, false, false));
            var quota = failure(Origin.TEST, new IllegalStateException("quota"));

            verdict(Expectation.PASS, new Outcome.Returned(List.of(open)), Verdict.FAILED_DIFFERENTLY);
            verdict(Expectation.PASS, new Outcome.Returned(List.of(flipped)), Verdict.STILL_BROKEN);
            verdict(whole, new Outcome.Threw(List.of(quota), List.of(open)), Verdict.FAILED_DIFFERENTLY);
            verdict(whole, new Outcome.Threw(List.of(quota), List.of(flipped)), Verdict.STILL_BROKEN);
        }

        @Test
        void aPartExplainsNothingBesideIt() {
            var quota = new IllegalStateException("quota");
            var mine = failed(blocker(incident, false, false), failure(Origin.TEST, quota));
            var others = failed(blocker(other, false, false), failure(Origin.TEST, refused()));
            var wrapper = failure(Origin.TEST, new IllegalStateException("gave up: refused", quota));
            var timeout = failure(Origin.TIMEOUT, refused());

            verdict(Expectation.PASS, new Outcome.Returned(List.of(mine, others)), Verdict.FAILED_DIFFERENTLY);
            verdict(Expectation.PASS, new Outcome.Threw(List.of(wrapper), List.of(mine)), Verdict.FAILED_DIFFERENTLY);
            verdict(Expectation.PASS, new Outcome.Threw(List.of(timeout), List.of(mine)), Verdict.FAILED_DIFFERENTLY);
        }

        @Test
        void whatATimeoutInterruptsInAPartIsPartOfTheTimeout() {
            var part = failed(
                    blocker(incident, false, false),
                    failure(Origin.TEST, new IllegalStateException(new InterruptedException())));
            var timeout = failure(Origin.TIMEOUT, new IllegalStateException("after 1 s"));

            verdict(Expectation.PASS, new Outcome.Threw(List.of(timeout), List.of(part)), Verdict.FAILED);
        }

        @Test
        void aPartThatFailedIsNotLostWhenTheTestAborts() {
            var bug = failed(blocker(incident, false, false), failure(Origin.TEST, new IllegalStateException("a bug")));

            verdict(Expectation.PASS, new Outcome.Aborted("not here", List.of(bug)), Verdict.FAILED_DIFFERENTLY);
        }

        @Test
        void aFlippedPartThatAbortedIsNotHiddenByAnotherIncident() {
            var aborted = new Part(blocker(incident, false, true), Part.Ending.ABORTED);
            var quota = failure(Origin.TEST, new IllegalStateException("quota"));

            verdict(
                    expecting(blocker(other, false, false)),
                    new Outcome.Threw(List.of(quota), List.of(aborted)),
                    Verdict.UNVERIFIED);
        }

        @Test
        void anOuterPartForgivesWhatAnInnerOneDidNotUnlessThatOneIsFlipped() {
            var refused = refused();
            var outer = forgiven(incident, refused);
            var failure = failure(Origin.TEST, refused);
            var open = failed(blocker(other, false, false), failure);
            var flipped = failed(blocker(incident, false, true), failure);

            verdict(Expectation.PASS, new Outcome.Returned(List.of(open, outer)), Verdict.FAILED_AS_EXPECTED);
            verdict(Expectation.PASS, new Outcome.Returned(List.of(flipped, outer)), Verdict.STILL_BROKEN);
        }

        @Test
        void aFlippedPartThatAbortedShowsNothing() {
            var aborted = new Part(blocker(incident, false, true), Part.Ending.ABORTED);
            var open = new Part(blocker(incident, false, false), Part.Ending.ABORTED);

            verdict(Expectation.PASS, new Outcome.Returned(List.of(aborted)), Verdict.UNVERIFIED);
            verdict(Expectation.PASS, new Outcome.Aborted("not here", List.of(aborted)), Verdict.UNVERIFIED);
            verdict(Expectation.PASS, new Outcome.Aborted("not here", List.of(open)), Verdict.SKIPPED);
        }

        private Part failed(Blocker blocker, Failure failure) {
            return new Part(blocker, Part.Ending.FAILED, List.of(failure));
        }

        @Test
        void theyAreStaleLikeWholeTests() {
            var bug = failure(Origin.TEST, new IllegalStateException("a bug"));
            for (var stale : List.of(
                    incident("1278", IncidentState.OPEN, TODAY.minusDays(1), "refused"),
                    incident("1278", IncidentState.CLOSED, TODAY, "refused"))) {
                var shown = forgiven(stale, refused());

                verdict(Expectation.PASS, new Outcome.Returned(List.of(shown)), Verdict.EXPIRED);
                verdict(Expectation.PASS, new Outcome.Threw(List.of(bug), List.of(shown)), Verdict.EXPIRED);
                verdict(
                        Expectation.PASS,
                        new Outcome.Returned(List.of(new Part(blocker(stale, false, true), Part.Ending.PASSED))),
                        Verdict.PASSED);
            }
        }

        @Test
        void allFailuresMustShowTheOpenIncident() {
            var open = blocker(incident, false, false);

            assertThat(judge.forgives(open, List.of(failure(Origin.TEST, refused()))))
                    .isTrue();
            assertThat(judge.forgives(open, ((Outcome.Threw) MIXED).failures())).isFalse();
            assertThat(judge.forgives(blocker(incident, false, true), List.of(failure(Origin.TEST, refused()))))
                    .isFalse();
        }
    }

    @Test
    void redVerdictsAreThoseThatFailTheBuild() {
        assertThat(Verdict.values())
                .filteredOn(each -> !each.red())
                .containsExactly(Verdict.PASSED, Verdict.FAILED_AS_EXPECTED, Verdict.SKIPPED, Verdict.GATED);
    }

    private Ruling verdict(Expectation expectation, Outcome outcome, Verdict expected) {
        var ruling = judge.judge(expectation, outcome);
        assertThat(ruling.verdict()).as(expectation + " and " + outcome).isEqualTo(expected);
        assertThat(ruling.explanation()).isNotBlank();
        return ruling;
    }

    private static Expectation expecting(Blocker... blockers) {
        return new Expectation(List.of(blockers), false);
    }

    private static Blocker blocker(Incident incident, boolean intermittent, boolean flipped) {
        return new Blocker(incident, Optional.empty(), intermittent, flipped);
    }

    private static Outcome threw(Origin origin, Throwable thrown) {
        return new Outcome.Threw(List.of(failure(origin, thrown)));
    }

    private static Failure failure(Origin origin, Throwable thrown) {
        return new Failure(origin, thrown, Duration.ofMillis(1500));
    }

    private static ConnectException refused() {
        return new ConnectException("Connection refused");
    }

    private static Incident incident(String id, IncidentState state, LocalDate reviewBy, String message) {
        var symptom = new Symptom(
                "shows",
                Optional.empty(),
                Set.of(Origin.TEST),
                List.of(),
                Optional.of(Pattern.compile(message)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new Incident(
                id,
                "title",
                Optional.empty(),
                IncidentKind.INFRASTRUCTURE,
                "platform",
                TODAY.minusYears(1),
                reviewBy,
                state,
                Optional.empty(),
                List.of(symptom),
                List.of(),
                Optional.empty(),
                Map.of(),
                new Incident.Lines(1, 1));
    }

    private static final class Fault extends RuntimeException implements HarnessFault {

        private static final long serialVersionUID = 1L;

        Fault(@org.jspecify.annotations.Nullable String message) {
            super(message);
        }
    }
}
