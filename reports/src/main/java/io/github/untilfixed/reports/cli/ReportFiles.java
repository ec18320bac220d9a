package io.github.untilfixed.reports.cli;

import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.issue.IssueUpdate;
import io.github.untilfixed.reports.issue.RunSummary;
import io.github.untilfixed.reports.issue.UpdateInput;
import io.github.untilfixed.reports.markdown.MarkdownWriter;
import io.github.untilfixed.reports.page.ReportPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every report of a run that is one file: its name and its text. */
final class ReportFiles {

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");

    private ReportFiles() {}

    /**
     * Makes the reports.
     *
     * @param history with this run in it
     * @param previous the earlier updates by incident
     * @param evidenceLimitDays the most days since an expected failure was last really seen
     */
    static Map<String, String> of(
            RunFacts run, History history, Map<String, UpdateFile> previous, int evidenceLimitDays) {
        var files = new LinkedHashMap<String, String>();
        files.put("summary.md", MarkdownWriter.write(RunSummary.of(run), MarkdownWriter.COMMENT_BUDGET));
        for (var incident : run.incidents()) {
            var id = incident.incident().id();
            var input = new UpdateInput(incident, Optional.ofNullable(previous.get(id)), history, evidenceLimitDays);
            files.put(update(id) + ".md", MarkdownWriter.write(IssueUpdate.of(input), MarkdownWriter.COMMENT_BUDGET));
            files.put(update(id) + ".json", UpdateFile.of(incident).json());
        }
        files.put("report.html", ReportPage.of(run, history, evidenceLimitDays));
        return files;
    }

    /** Returns the name of an incident's update without its ending. */
    static String update(String incident) {
        return "issue-update-" + UNFIT.matcher(incident).replaceAll("_");
    }
}
