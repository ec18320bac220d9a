package io.github.untilfixed.reports.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files beside the results: the categories, what ran, and who made the report. */
final class SideFiles {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]*");

    private SideFiles() {}

    /** Returns {@code categories.json}: one category for each incident's expected failures and for each red verdict. */
    static JsonNode categories(RunFacts run) {
        var categories = AdapterFiles.JSON.createArrayNode();
        for (var verdict : Verdict.values()) {
            if (verdict.red()) {
                category(categories, words(verdict), verdict.name() + "\\b.*", "failed", "broken", "skipped");
            }
        }
        for (var incident : run.run().incidents()) {
            category(
                    categories,
                    "Expected until incident " + incident.id() + " is fixed: " + incident.title(),
                    Verdict.FAILED_AS_EXPECTED + " \\[" + literal(incident.id()) + "\\].*",
                    "skipped",
                    "broken");
        }
        category(categories, "Skipped: evidence of nothing", "SKIPPED\\b.*", "skipped");
        category(categories, "Gated: a lower tier failed first", "GATED\\b.*", "skipped");
        return categories;
    }

    /** Returns {@code environment.properties}. */
    static String environment(RunFacts run) {
        var facts = new LinkedHashMap<String, String>();
        var header = run.run();
        facts.put("Run", header.runId());
        facts.put("Mode", header.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        facts.put("Fault", header.faults().isEmpty() ? "none" : String.join(", ", header.faults()));
        facts.put("Environment", header.environment());
        facts.put("Toxiproxy", header.toxiproxy());
        facts.put("Time scale", Integer.toString(header.timeScale()));
        facts.put("Tier", header.tier());
        facts.put("Planned tests", Integer.toString(header.planned()));
        facts.put("Tests with a verdict", Integer.toString(run.tests().size()));
        facts.put("Commit", header.commit() == null ? "none" : header.commit() + (header.dirty() ? " (dirty)" : ""));
        facts.put("Complete", run.alarms().isEmpty() ? "yes" : "NO: " + String.join(" ", run.alarms()));
        header.platform().forEach((name, value) -> facts.put("Platform " + name, value));
        return properties(facts);
    }

    /** Returns {@code executor.json}. */
    static JsonNode executor(RunFacts run) {
        var executor = AdapterFiles.JSON
                .createObjectNode()
                .put("name", "UntilFixed")
                .put("type", "untilfixed")
                .put("buildName", Neutral.text(run.run().runId()))
                .put("buildOrder", run.run().startedAt().getEpochSecond())
                .put("reportName", "UntilFixed");
        run.addresses().ciRun().ifPresent(url -> executor.put("buildUrl", url));
        run.addresses().allure().ifPresent(url -> executor.put("reportUrl", url));
        return executor;
    }

    /** Returns a configuration for Allure 3: one file that opens from a folder, and a tree by tier. */
    static JsonNode allurerc() {
        var configuration = AdapterFiles.JSON.createObjectNode().put("name", "UntilFixed");
        var awesome = configuration.putObject("plugins").putObject("awesome").putObject("options");
        awesome.put("singleFile", true);
        awesome.putArray("groupBy").add("tier").add("suite");
        return configuration;
    }

    private static void category(ArrayNode categories, String name, String message, String... statuses) {
        var category = categories.addObject().put("name", Neutral.text(name)).put("messageRegex", "(?s)" + message);
        var matched = category.putArray("matchedStatuses");
        for (var status : statuses) {
            matched.add(status);
        }
    }

    private static String words(Verdict verdict) {
        var words = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String literal(String text) {
        return PLAIN.matcher(text).matches() ? text : Pattern.quote(text);
    }

    private static String properties(Map<String, String> facts) {
        var properties = new Properties();
        facts.forEach((name, value) -> properties.setProperty(Neutral.text(name), Neutral.text(value)));
        var bytes = new ByteArrayOutputStream();
        try {
            properties.store(bytes, null);
        } catch (IOException e) {
            throw new IllegalStateException("an array of bytes cannot refuse them", e);
        }
        // The first line is the time of writing, which would make two reports of one journal differ.
        return bytes.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
