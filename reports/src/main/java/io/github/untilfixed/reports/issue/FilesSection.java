package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.line;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.facts.IncidentState;
import java.util.List;
import java.util.Optional;

/** Where the rest is, and what was taken out. */
final class FilesSection {

    private FilesSection() {}

    static Section of(IncidentFacts facts) {
        var run = facts.run();
        return Section.of(
                "Files and tags",
                3,
                new Block.Bullets(List.of(
                        file("journal.jsonl", "every planned test with its verdict; all reports are made from it"),
                        file(
                                "report.html",
                                "timeline, phases, distributions, trend",
                                run.addresses().page()),
                        file(
                                "allure-results",
                                "the same run for Allure",
                                run.addresses().allure()),
                        file("summary.md", "all incidents of the run"))),
                new Block.Paragraph(text("Secrets taken out of the texts of this run: " + run.redactions() + ".")),
                new Block.Paragraph(line(
                        text("Tags: "),
                        code(facts.incident().kind().toLowerCase(java.util.Locale.ROOT)),
                        text(" "),
                        code("incident-" + facts.incident().id()),
                        text(" "),
                        code(state(facts)))));
    }

    /** Whoever filters by tags does not read where the fix was seen. */
    private static String state(IncidentFacts facts) {
        var state = facts.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return facts.state() == IncidentState.FIX_VALIDATED ? state + extent(facts) : state;
    }

    private static String extent(IncidentFacts facts) {
        return (facts.run().simulated() ? "-in-simulation" : "") + (facts.partial() ? "-in-part" : "");
    }

    private static Inline file(String name, String what, Optional<String> url) {
        return url.map(address -> line(code(name), text(": " + what + ", "), new Inline.Link("published", address)))
                .orElseGet(() -> file(name, what));
    }

    private static Inline file(String name, String what) {
        return line(code(name), text(": " + what));
    }
}
