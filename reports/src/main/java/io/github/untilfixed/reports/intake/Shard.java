package io.github.untilfixed.reports.intake;

import io.github.untilfixed.config.Tier;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.facts.Leg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One journal among those of a run: a tier of a CI matrix, a fork, a JDK.
 *
 * @param name what tells it from the others: tier and JDK, or its file
 * @param journal without invisible characters and secrets
 * @param redactions how many secrets were taken out
 */
record Shard(String name, Journal journal, int redactions) {

    /** How a journal says that no tier was selected. */
    static final String ALL = "all";

    /** Of what the engine adds to the plan for a part that failed outside of its tests. */
    private static final String STAND_IN = "/[synthetic:";

    /** The part of an id from the first segment on that no plan holds. */
    private static final Pattern APPEARED = Pattern.compile(
            "/\\[(test-template-invocation|class-template-invocation|dynamic-test|dynamic-container):.*");

    static Shard read(Path file, Redactor redactor) throws IOException {
        var cleaner = new Cleaner(redactor);
        var journal = cleaner.clean(Journal.read(file));
        return new Shard("tier " + journal.run().tier() + ", " + leg(journal), journal, cleaner.redactions());
    }

    /** Returns its tests; those of several JDKs carry the JDK in their name, for each is a test of its own. */
    List<TestRecord> tests(boolean severalLegs) {
        return severalLegs ? journal.tests().stream().map(this::onLeg).toList() : journal.tests();
    }

    /** Returns its observations, each with the id that its test has in {@link #tests}. */
    List<ObservationRecord> observations(boolean severalLegs) {
        return severalLegs ? journal.observations().stream().map(this::onLeg).toList() : journal.observations();
    }

    /** Returns what the plan held at the start, as far as it came to a verdict: a template counts once, not its invocations. */
    Set<String> planned() {
        return journal.tests().stream()
                .map(TestRecord::id)
                .filter(id -> !id.contains(STAND_IN))
                .map(id -> leg() + " " + APPEARED.matcher(id).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    /** Returns the tiers that were selected. */
    List<String> tiers() {
        var selection = journal.run().tier();
        return selection.equals(ALL)
                ? allTiers()
                : Arrays.stream(selection.split(",")).map(String::strip).toList();
    }

    /** Returns every tier there is. */
    static List<String> allTiers() {
        return Arrays.stream(Tier.values()).map(Tier::tag).toList();
    }

    /** Returns the JDK it ran on: the same test on another one is another test. */
    String leg() {
        return leg(journal);
    }

    private static String leg(Journal journal) {
        var java = journal.run().platform().getOrDefault("java", "?");
        return "java " + java.replaceFirst("[.+].*", "");
    }

    private TestRecord onLeg(TestRecord test) {
        return new TestRecord(
                onLeg(test.id()),
                test.className(),
                test.methodName(),
                test.displayName() + " (" + leg() + ")",
                test.tier(),
                test.expectation(),
                test.outcome(),
                test.verdict(),
                test.incident(),
                test.symptom(),
                test.explanation(),
                test.startedAt(),
                test.durationMillis(),
                test.flags(),
                test.evidence());
    }

    private ObservationRecord onLeg(ObservationRecord observation) {
        return new ObservationRecord(
                observation.at(),
                observation.test() == null ? null : onLeg(observation.test()),
                observation.name(),
                observation.provenance(),
                observation.value(),
                observation.unit(),
                observation.attributes());
    }

    private String onLeg(String id) {
        return Leg.on(leg(), id);
    }
}
