package io.github.untilfixed.reports.cli;

import io.github.untilfixed.reports.ci.Annotations;
import io.github.untilfixed.reports.ci.Ctrf;
import io.github.untilfixed.reports.ci.JunitXml;
import io.github.untilfixed.reports.ci.OpenMetrics;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.issue.IssueUpdate;
import io.github.untilfixed.reports.issue.RunSummary;
import io.github.untilfixed.reports.issue.UpdateInput;
import io.github.untilfixed.reports.markdown.MarkdownWriter;
import io.github.untilfixed.reports.page.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reports of a run, file by file. */
final class ReportFiles {

    /** GitHub drops a summary above 1 MiB as a whole; a character takes up to three bytes. */
    private static final int STEP_SUMMARY_BUDGET = 300_000;

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");

    private ReportFiles() {}

    /**
     * Makes the reports whose length has a bound, by the name of the file.
     *
     * @param history with this run in it
     * @param previous the earlier updates by incident
     * @param evidenceLimitDays the most days since an expected failure was last really seen
     */
    static Map<String, String> of(
            RunFacts run, History history, Map<String, UpdateFile> previous, int evidenceLimitDays) {
        var files = new LinkedHashMap<String, String>();
        var summary = MarkdownWriter.write(RunSummary.of(run), STEP_SUMMARY_BUDGET);
        files.put("summary.md", summary);
        for (var incident : run.incidents()) {
            var id = incident.incident().id();
            var input = new UpdateInput(incident, Optional.ofNullable(previous.get(id)), history, evidenceLimitDays);
            files.put(update(id) + ".md", MarkdownWriter.write(IssueUpdate.of(input), MarkdownWriter.COMMENT_BUDGET));
            files.put(update(id) + ".json", UpdateFile.of(incident).json());
        }
        files.put("step-summary.md", summary);
        files.put("annotations.txt", Annotations.of(run));
        files.put("metrics.txt", OpenMetrics.of(run));
        files.put("report.html", ReportPage.of(run, history, evidenceLimitDays));
        return files;
    }

    /**
     * Writes the reports that have a line for each test, and so no bound.
     *
     * @throws IOException when the directory cannot be written
     */
    static void writeLong(RunFacts run, Path directory) throws IOException {
        try (var ctrf = Files.newBufferedWriter(directory.resolve("ctrf.json"))) {
            Ctrf.write(run, ctrf);
        }
        try (var xml = Files.newBufferedWriter(directory.resolve("junit.xml"))) {
            JunitXml.write(run, xml);
        }
    }

    /** Returns the name of an incident's update without its ending. */
    static String update(String incident) {
        return "issue-update-" + UNFIT.matcher(incident).replaceAll("_");
    }
}
