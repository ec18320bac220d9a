package io.github.untilfixed.reports.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.reports.SampleRun;
import io.github.untilfixed.reports.words.IncidentWords;
import io.github.untilfixed.verdict.Verdict;
import org.junit.jupiter.api.Test;

class IncidentFactsTests {

    @Test
    void callOnlyTheIncidentStillThereWhoseSymptomATestShowed() {
        var facts = naming(new SampleRun(), Verdict.FAILED_AS_EXPECTED);

        assertThat(state(facts, "1278")).isEqualTo(IncidentState.PRESENT);
        assertThat(state(facts, "1301")).isEqualTo(IncidentState.NOT_OBSERVED);
    }

    @Test
    void callOnlyTheFixNotHoldingWhoseSymptomATestShowed() {
        var facts = naming(new SampleRun().mode(Mode.POST_FIX).faults(), Verdict.STILL_BROKEN);

        assertThat(state(facts, "1278")).isEqualTo(IncidentState.STILL_BROKEN);
        assertThat(state(facts, "1301")).isEqualTo(IncidentState.UNVERIFIED);
    }

    @Test
    void callAnIncidentStillThereWhoseProbeHeldItsTestsBack() {
        var facts = naming(new SampleRun(), Verdict.GATED);

        assertThat(state(facts, "1278")).isEqualTo(IncidentState.PRESENT);
        assertThat(state(facts, "1301")).isEqualTo(IncidentState.NOT_OBSERVED);
    }

    @Test
    void sayOfTheOtherIncidentThatItsTestsShowNothingOfIt() {
        var other = incident(naming(new SampleRun(), Verdict.FAILED_AS_EXPECTED), "1301");

        assertThat(IncidentWords.summary(other))
                .contains("1 failed as expected (with the symptom of another incident)");
        assertThat(IncidentWords.nextStep(other))
                .isEqualTo(
                        "Run again once incident 1278 is repaired: tests that also name incident 1301 failed with the"
                                + " symptom of that one, and show nothing of this one.");
    }

    private static RunFacts naming(SampleRun run, Verdict verdict) {
        var test = run.another("1301").record("integration", "DatabaseTests", "answers()", verdict, "timed out");
        return run.test(SampleRun.naming(test, "1278", "1301")).facts();
    }

    private static IncidentState state(RunFacts facts, String id) {
        return incident(facts, id).state();
    }

    private static IncidentFacts incident(RunFacts facts, String id) {
        return facts.incidents().stream()
                .filter(incident -> incident.incident().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
