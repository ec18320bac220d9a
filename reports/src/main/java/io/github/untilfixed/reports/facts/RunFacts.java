package io.github.untilfixed.reports.facts;

import io.github.untilfixed.config.UnexpectedPass;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run, ready to be reported on; what is counted more than once is counted when it is first asked for. For one thread. */
public final class RunFacts {

    private final RunRecord run;
    private final List<TestRecord> tests;
    private final List<ObservationRecord> observations;
    private final Optional<EndRecord> end;
    private final List<String> alarms;
    private final int redactions;
    private final Addresses addresses;
    private final List<String> warnings;
    private @Nullable List<IncidentFacts> incidents;
    private @Nullable List<TestRecord> red;

    /**
     * Makes the facts of a run.
     *
     * @param run the header
     * @param tests in the order they ended
     * @param observations in the order they were made
     * @param end empty when the run did not end by itself
     * @param alarms what makes this journal less than the whole truth, to be said before anything else
     * @param redactions how many secrets were taken out of the texts, 0 or more
     */
    public RunFacts(
            RunRecord run,
            List<TestRecord> tests,
            List<ObservationRecord> observations,
            Optional<EndRecord> end,
            List<String> alarms,
            int redactions) {
        this(run, tests, observations, end, alarms, redactions, Addresses.NONE, List.of());
    }

    private RunFacts(
            RunRecord run,
            List<TestRecord> tests,
            List<ObservationRecord> observations,
            Optional<EndRecord> end,
            List<String> alarms,
            int redactions,
            Addresses addresses,
            List<String> warnings) {
        this.run = run;
        this.tests = List.copyOf(tests);
        this.observations = List.copyOf(observations);
        this.end = end;
        this.alarms = List.copyOf(alarms);
        this.redactions = redactions;
        this.addresses = addresses;
        this.warnings = List.copyOf(warnings);
    }

    /** Returns the same facts with where they can be seen. */
    public RunFacts seenAt(Addresses where) {
        return new RunFacts(run, tests, observations, end, alarms, redactions, where, warnings);
    }

    /** Returns the same facts with what to warn of beside them. */
    public RunFacts warnedOf(List<String> more) {
        return new RunFacts(run, tests, observations, end, alarms, redactions, addresses, more);
    }

    /** Returns what is wrong beside the run and makes its journal no less true, such as a broken memory of earlier runs. */
    public List<String> warnings() {
        return warnings;
    }

    /** Returns where the run and its reports can be seen, as far as somebody said. */
    public Addresses addresses() {
        return addresses;
    }

    /** Looks at a journal and for what is missing from it. */
    public static RunFacts of(Journal journal) {
        return new RunFacts(
                journal.run(), journal.tests(), journal.observations(), journal.end(), Completeness.alarms(journal), 0);
    }

    /** Returns the header. */
    public RunRecord run() {
        return run;
    }

    /** Returns whether the tests ran against the real environment. */
    public boolean remote() {
        return run.environment().equals("remote");
    }

    /**
     * Returns whether something stood in for the real infrastructure: an environment that the run started, or the fault
     * that an incident declares.
     */
    public boolean simulated() {
        return !remote()
                && (!run.faults().isEmpty()
                        || run.incidents().stream().anyMatch(incident -> incident.fault() != null)
                        || observed("environment-start").findAny().isPresent());
    }

    /** Returns whether only some of the tiers were selected. */
    public boolean partial() {
        return !run.tier().equals("all");
    }

    /** Returns the tests in the order they ended. */
    public List<TestRecord> tests() {
        return tests;
    }

    /** Returns the observations in the order they were made. */
    public List<ObservationRecord> observations() {
        return observations;
    }

    /** Returns how the run ended; empty when it did not by itself. */
    public Optional<EndRecord> end() {
        return end;
    }

    /** Returns what makes this journal less than the whole truth, to be said before anything else. */
    public List<String> alarms() {
        return alarms;
    }

    /** Returns how many secrets were taken out of the texts, 0 or more. */
    public int redactions() {
        return redactions;
    }

    /** Returns the counts of all tests. */
    public VerdictCounts counts() {
        return VerdictCounts.of(tests);
    }

    /** Returns the factor between real and simulated durations. */
    public TimeScale scale() {
        return new TimeScale(run.timeScale());
    }

    /** Returns the observations of that name. */
    public Stream<ObservationRecord> observed(String name) {
        return observations.stream().filter(observation -> observation.name().equals(name));
    }

    /** Returns the incidents that a test of the run names, in the order of the registry. */
    public List<IncidentFacts> incidents() {
        var known = incidents;
        if (known == null) {
            known = run.incidents().stream()
                    .map(this::facts)
                    .filter(incident -> !incident.tests().isEmpty())
                    .toList();
            incidents = known;
        }
        return known;
    }

    /** Returns the tests that fail the build. */
    public List<TestRecord> red() {
        var known = red;
        if (known == null) {
            known = tests.stream().filter(this::red).toList();
            red = known;
        }
        return known;
    }

    /** Returns whether a test fails the build: one that passed unexpectedly does not where the run was told only to warn. */
    public boolean red(TestRecord test) {
        return test.verdict().red() && !(warns() && test.verdict() == Verdict.PASSED_UNEXPECTEDLY);
    }

    /** Returns whether the run was told that an unexpected pass fails no build. */
    public boolean warns() {
        return run.unexpectedPass() == UnexpectedPass.WARN;
    }

    /** Returns whether there is nothing red and nothing missing. */
    public boolean green() {
        return alarms.isEmpty() && red().isEmpty();
    }

    /** Returns the incident of that id as the registry had it. */
    public Optional<IncidentSnapshot> incident(String id) {
        return run.incidents().stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst();
    }

    private IncidentFacts facts(IncidentSnapshot incident) {
        var named = tests.stream()
                .filter(test -> test.expectation().incidents().contains(incident.id()))
                .toList();
        var lookalikes = tests.stream()
                .filter(test -> incident.id().equals(test.incident()))
                .filter(test -> !test.expectation().incidents().contains(incident.id()))
                .toList();
        return new IncidentFacts(this, incident, named, lookalikes);
    }

    @Override
    public String toString() {
        return "RunFacts[" + run + ", " + tests + ", " + observations + ", " + end + ", " + alarms + "]";
    }
}
