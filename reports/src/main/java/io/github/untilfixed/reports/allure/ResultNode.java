package io.github.untilfixed.reports.allure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.reports.facts.Leg;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.facts.Tiers;
import io.github.untilfixed.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes the Allure result of one test: what the adapter saw, with the journal's last word on it. */
final class ResultNode {

    private static final Set<String> OURS =
            Set.of("tier", "incident", "verdict", "mode", "parentSuite", "epic", "feature", "symptom");

    private final RunFacts run;
    private final VerdictStatus statuses;

    ResultNode(RunFacts run, VerdictStatus statuses) {
        this.run = run;
        this.statuses = statuses;
    }

    ObjectNode of(TestRecord test, Optional<ObjectNode> adapter) {
        var result = adapter.map(ObjectNode::deepCopy).orElseGet(() -> fresh(test));
        result.remove("descriptionHtml");
        result.remove("description");
        identify(test, result);
        result.put("name", Neutral.text(test.displayName()));
        result.put("status", status(test));
        result.put("stage", "finished");
        if (test.startedAt() != null) {
            time(test.startedAt(), test, result);
        }
        result.set("statusDetails", details(test));
        result.set("labels", labels(test, result));
        result.set("links", links(test, result));
        return result;
    }

    /** To Allure results of one history are attempts of one test, of which it shows the last: each leg has its own. */
    private static void identify(TestRecord test, ObjectNode result) {
        if (!Leg.without(test.id()).equals(test.id())) {
            result.put("historyId", uuid(test.id()));
            result.put("testCaseId", test.id());
        }
    }

    private static void time(Instant startedAt, TestRecord test, ObjectNode result) {
        long start = startedAt.toEpochMilli();
        result.put("start", start);
        result.put("stop", start + Math.round(test.durationMillis() == null ? 0 : test.durationMillis()));
    }

    /** What only warns is no failure, and is no success that nobody looks at. */
    private String status(TestRecord test) {
        boolean warns = test.verdict() == Verdict.PASSED_UNEXPECTEDLY && !run.red(test);
        return warns ? "skipped" : statuses.of(test.verdict());
    }

    private ObjectNode fresh(TestRecord test) {
        var result = AdapterFiles.JSON.createObjectNode();
        result.put("uuid", uuid(run.run().runId() + "\n" + test.id()));
        result.put("historyId", uuid(test.id()));
        result.put("testCaseId", test.id());
        result.put("fullName", test.className() + (test.methodName() == null ? "" : "." + test.methodName()));
        time(run.run().startedAt(), test, result);
        var labels = result.putArray("labels");
        label(labels, "junit.platform.uniqueid", test.id());
        label(labels, "suite", test.className());
        label(labels, "testClass", test.className());
        label(labels, "package", test.className());
        if (test.methodName() != null) {
            label(labels, "testMethod", test.methodName());
        }
        return result;
    }

    private ObjectNode details(TestRecord test) {
        var details = AdapterFiles.JSON.createObjectNode();
        boolean known = test.verdict() == Verdict.FAILED_AS_EXPECTED;
        details.put("known", known);
        details.put("muted", false);
        details.put("flaky", test.expectation().kind().equals("INTERMITTENT"));
        var incident = test.incident() == null ? "" : " [" + test.incident() + "]";
        details.put("message", Neutral.text(test.verdict() + incident + " " + test.explanation()));
        var trace = new StringBuilder();
        test.outcome()
                .failures()
                .forEach(failure -> trace.append(failure.origin())
                        .append(": ")
                        .append(failure.trace())
                        .append('\n'));
        details.put("trace", Neutral.text(trace.toString()));
        return details;
    }

    private ArrayNode labels(TestRecord test, ObjectNode result) {
        var labels = AdapterFiles.JSON.createArrayNode();
        result.path("labels").forEach(label -> {
            var name = label.path("name").asText();
            if (!OURS.contains(name)) {
                label(labels, name, label.path("value").asText());
            }
        });
        var tier = Tiers.of(test);
        label(labels, "tier", tier);
        label(labels, "parentSuite", tier);
        label(labels, "verdict", test.verdict().name());
        label(labels, "mode", run.run().mode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        for (var incident : test.expectation().incidents()) {
            label(labels, "incident", incident);
            label(labels, "epic", "Incident " + incident);
        }
        label(labels, "feature", test.verdict().name());
        if (test.symptom() != null) {
            label(labels, "symptom", test.symptom());
        }
        return labels;
    }

    private ArrayNode links(TestRecord test, ObjectNode result) {
        var links = AdapterFiles.JSON.createArrayNode();
        result.path("links").forEach(link -> {
            var url = link.path("url").asText();
            var ours = run.run().incidents().stream().anyMatch(incident -> url.equals(incident.url()));
            if (Neutral.isWebAddress(url) && !ours) {
                link(links, link.path("name").asText(), url, link.path("type").asText());
            }
        });
        for (var id : test.expectation().incidents()) {
            run.incident(id).ifPresent(incident -> {
                if (incident.url() != null && Neutral.isWebAddress(incident.url())) {
                    link(links, "Incident " + id, incident.url(), "issue");
                }
            });
        }
        return links;
    }

    private static void label(ArrayNode labels, String name, String value) {
        labels.addObject().put("name", name).put("value", keepsIdentity(name) ? value : Neutral.text(value));
    }

    /** The unique id joins results with the journal, and no page shows it. */
    private static boolean keepsIdentity(String name) {
        return name.equals("junit.platform.uniqueid");
    }

    private static void link(ArrayNode links, String name, String url, String type) {
        links.addObject().put("name", Neutral.text(name)).put("url", url).put("type", Neutral.text(type));
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
