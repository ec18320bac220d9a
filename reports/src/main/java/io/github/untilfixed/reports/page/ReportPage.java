package io.github.untilfixed.reports.page;

import io.github.untilfixed.reports.chart.ConnectorChart;
import io.github.untilfixed.reports.chart.Histogram;
import io.github.untilfixed.reports.chart.PhaseChart;
import io.github.untilfixed.reports.chart.SweepChart;
import io.github.untilfixed.reports.chart.Timeline;
import io.github.untilfixed.reports.chart.TrendChart;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.html.DocumentNodes;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.html.HtmlWriter;
import io.github.untilfixed.reports.html.Node;
import io.github.untilfixed.reports.words.RunLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of a run: one file, no script, no request, light and dark, fit to print. */
public final class ReportPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private ReportPage() {}

    /**
     * Returns the page.
     *
     * @param history with this run in it
     * @param evidenceLimitDays the most days since an expected failure was last really seen
     */
    public static String of(RunFacts run, History history, int evidenceLimitDays) {
        var body = new ArrayList<Node>();
        body.add(Masthead.of(run));
        body.addAll(run.alarms().stream()
                .map(alarm -> Element.of("p", Element.of("strong", "Incomplete. "), Node.text(alarm))
                        .with("role", "alert")
                        .styled("warning"))
                .toList());
        run.warnings().forEach(warning -> body.add(DocumentNodes.block(new Block.Warning(Inline.text(warning)))));
        body.add(VerdictTiles.of(run.counts()));
        run.incidents().forEach(incident -> body.add(IncidentCard.of(incident, history, evidenceLimitDays)));
        body.add(section("Verdicts by tier", VerdictMatrix.of(run)));
        chart(body, "Timeline", Timeline.of(run));
        chart(body, "Connector states", ConnectorChart.of(run));
        chart(body, "Start-up phases", PhaseChart.of(run));
        chart(body, "Connect times", Histogram.of(run));
        chart(body, "Sweep over the wait", SweepChart.waits(run));
        chart(body, "Sweep over concurrency", SweepChart.concurrency(run));
        chart(body, "Trend", TrendChart.of(history));
        body.add(TestList.of(run));
        body.add(section("The run", DocumentNodes.block(RunLines.header(run))));
        body.add(footer(run));
        return HtmlWriter.page(Element.of("html", head(run), Element.of("body", Element.of("main", body)))
                .with("lang", "en"));
    }

    private static Element head(RunFacts run) {
        return Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Element.of(
                        "title", (run.green() ? "Green: " : "Red: ") + run.run().runId()),
                Element.of("style", Stylesheet.TEXT));
    }

    private static void chart(List<Node> body, String title, Optional<Element> chart) {
        chart.ifPresent(figure -> body.add(section(title, figure)));
    }

    private static Element section(String title, Element content) {
        return Element.of("section", Element.of("h2", title), content);
    }

    private static Element footer(RunFacts run) {
        return Element.of(
                "footer",
                Element.of(
                        "p",
                        "Every number is measured in this run unless it is marked as configured or declared. "
                                + run.scale().legend() + " Secrets taken out: " + run.redactions() + "."),
                Element.of("p", "Made by UntilFixed from the journal of the run, and from nothing else."));
    }
}
