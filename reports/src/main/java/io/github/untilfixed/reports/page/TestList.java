package io.github.untilfixed.reports.page;

import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.reports.facts.TimeScale;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.html.Node;
import io.github.untilfixed.reports.text.Excerpt;
import io.github.untilfixed.reports.words.TestNames;
import io.github.untilfixed.reports.words.VerdictWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Every test, red ones first and open; the rest unfolds. */
final class TestList {

    /** A page of more tests opens slowly and is read by nobody; the journal has them all. */
    private static final int MOST = 1000;

    private static final int LINES = 40;

    private TestList() {}

    static Element of(RunFacts run) {
        var sorted = run.tests().stream()
                .sorted(Comparator.comparing((TestRecord test) -> !run.red(test)))
                .limit(MOST)
                .toList();
        var children = new ArrayList<Node>();
        children.add(Element.of("h2", "Tests"));
        sorted.forEach(test -> children.add(entry(test)));
        if (run.tests().size() > MOST) {
            children.add(Element.of("p", (run.tests().size() - MOST) + " more tests are in the journal.")
                    .styled("warning"));
        }
        return Element.of("section", children).styled("tests");
    }

    private static Element entry(TestRecord test) {
        var summary = Element.of(
                "summary",
                Element.of("span", VerdictWords.signed(test.verdict()))
                        .styled("badge " + VerdictTiles.kind(test.verdict())),
                Element.of("span", Tiers.of(test)).styled("tier"),
                Element.of("span", TestNames.of(test)).styled("name"),
                Element.of(
                                "span",
                                test.durationMillis() == null ? "never started" : TimeScale.real(test.durationMillis()))
                        .styled("took"));
        var entry = Element.of("details", summary).add(body(test));
        return test.verdict().red() ? entry.with("open", "open") : entry;
    }

    private static List<Node> body(TestRecord test) {
        var body = new ArrayList<Node>();
        body.add(Element.of("p", test.explanation()));
        body.add(Element.of("p", facts(test)).styled("tick"));
        for (var failure : test.outcome().failures()) {
            var causes = failure.causes().stream()
                    .map(cause ->
                            cause.type() + (cause.message() == null ? "" : ": " + Excerpt.head(cause.message(), 5)))
                    .collect(Collectors.joining("\n  caused by "));
            body.add(Element.of("pre", failure.origin() + ": " + causes));
        }
        for (var evidence : test.evidence()) {
            // Folded also where the test is open: with many red tests nobody would find the next one.
            body.add(Element.of(
                    "details",
                    Element.of("summary", "attached: " + evidence.name()),
                    Element.of("pre", Excerpt.tail(evidence.content(), LINES))));
        }
        return body;
    }

    private static String facts(TestRecord test) {
        var facts = new ArrayList<String>();
        facts.add("expected: "
                + test.expectation().kind().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        facts.add("body " + (test.outcome().bodyRan() ? "ran" : "did not run"));
        if (test.incident() != null) {
            facts.add("incident " + test.incident());
        }
        if (test.symptom() != null) {
            facts.add("symptom " + test.symptom());
        }
        test.flags().forEach(flag -> facts.add("flag " + flag));
        return String.join(" · ", facts);
    }
}
