package io.github.untilfixed.reports.cli;

import java.util.regex.Pattern;

/** The names of the files that a report is written to. */
final class FileNames {

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");

    private FileNames() {}

    static String issueUpdate(String incident) {
        return "issue-update-" + UNFIT.matcher(incident).replaceAll("_") + ".md";
    }
}
