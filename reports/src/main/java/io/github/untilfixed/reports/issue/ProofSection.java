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
        items.add(text("Each of the " + facts.tests().size()
                + " tests that name the incident passes after the flip. One that is skipped, gated or gone leaves the "
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
        return new Trials(0, 0).neededFor(rate, criterion.confidence()) + " of "
                + new Trials(0, 0).neededFor(rate, criterion.confidence()) + " trials of " + criterion.check()
                + " succeed, or more trials when one of them fails (exact, "
                + Math.round(criterion.confidence() * 100) + " % confidence).";
    }
}
