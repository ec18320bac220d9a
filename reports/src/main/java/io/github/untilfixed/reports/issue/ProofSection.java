package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.Criterion;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.statistics.Trials;
import java.util.ArrayList;

/** What would prove that the incident is fixed: the same tests, and the trials that the declared criteria ask for. */
final class ProofSection {

    private ProofSection() {}

    static Section of(IncidentFacts facts) {
        var items = new ArrayList<Inline>();
        int tests = facts.tests().size();
        items.add(text((tests == 1 ? "The one test that names" : "Each of the " + tests + " tests that name")
                + " the incident passes after the flip. One that is skipped, gated or gone leaves the "
                + "incident unverified."));
        for (var criterion : Criterion.of(facts)) {
            items.add(text(criterion.statement() + " (declared): " + proof(criterion)));
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Bullets(items));
        blocks.add(
                new Block.Paragraph(
                        text(
                                "Against staging, where this command injects no fault. The role's password goes into the"
                                        + " environment variable UNTILFIXED_REMOTE_PASSWORD; docs/environments.md tells what each setting means.")));
        blocks.add(command(facts, RemoteSettings.ofPlaceholders("none", "embedded")));
        if (facts.run().incidents().size() > 1) {
            blocks.add(new Block.Paragraph(
                    text("Other incidents are not flipped by it: where the repair ends them as well, their tests pass"
                            + " unexpectedly and are red. -Duntilfixed.mode=post-fix instead flips all of them.")));
        }
        if (facts.run().simulated()) {
            blocks.add(new Block.Paragraph(
                    text("No proof, and the same with whatever was repaired or not: that the tests can pass without the"
                            + " fault is shown by the simulation.")));
            blocks.add(command(
                    facts,
                    "-Duntilfixed.fault=none -Duntilfixed.environment="
                            + facts.run().run().environment()));
        }
        return new Section("What would prove the fix", 0, blocks);
    }

    private static Block command(IncidentFacts facts, String settings) {
        return new Block.Fence(
                "bash",
                "./mvnw verify -Duntilfixed.post-fix=" + facts.incident().id() + " " + settings);
    }

    private static String proof(Criterion criterion) {
        if (criterion.check() == null) {
            return "no test can tell, people have to.";
        }
        var rate = criterion.atLeast();
        if (rate == null || rate >= 1) {
            return (criterion.least() > 1 ? "each of " + criterion.least() + " trials or more of " : "every trial of ")
                    + criterion.check() + " succeeds.";
        }
        int count = Math.max(criterion.least(), new Trials(0, 0).neededFor(rate, criterion.confidence()));
        int failures = bearable(count, rate, criterion.confidence());
        return (failures == 0 ? "" : "at least ") + (count - failures) + " of " + count + " trials of "
                + criterion.check() + " succeed, or more trials when "
                + (failures == 0 ? "one of them fails" : "more of them fail") + " (exact, "
                + CriteriaSection.confidence(criterion) + " % confidence).";
    }

    /** As many trials as are declared may show a rate although some of them fail. */
    private static int bearable(int count, double rate, double confidence) {
        int failures = 0;
        while (new Trials(count - failures - 1, count).lowerBound(confidence) >= rate) {
            failures++;
        }
        return failures;
    }
}
