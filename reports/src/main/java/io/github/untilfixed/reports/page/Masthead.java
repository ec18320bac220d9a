package io.github.untilfixed.reports.page;

import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.html.Element;
import io.github.untilfixed.reports.html.Node;
import io.github.untilfixed.reports.words.IncidentWords;
import io.github.untilfixed.reports.words.RunLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The first thing that a reader sees: what the run found, and under which conditions. */
final class Masthead {

    private Masthead() {}

    static Element of(RunFacts run) {
        var state = run.green() ? "Green" : "Red";
        return Element.of(
                        "header",
                        Element.of("p", state + (run.green() ? " ✓" : " ✕")).styled("state"),
                        Element.of("h1", headline(run)),
                        Element.of("p", RunLines.red(run) + " Tests: " + RunLines.planned(run) + ".")
                                .styled("lead"),
                        Element.of("ul", chips(run)).styled("chips"))
                .styled(run.green() ? "masthead green" : "masthead bad");
    }

    private static String headline(RunFacts run) {
        var byFinding = new LinkedHashMap<String, List<String>>();
        run.incidents()
                .forEach(incident -> byFinding
                        .computeIfAbsent(IncidentWords.headline(incident), finding -> new ArrayList<>())
                        .add(incident.incident().id()));
        return byFinding.isEmpty()
                ? "No incident is named by a test of this run"
                : byFinding.entrySet().stream()
                        .map(entry -> (entry.getValue().size() == 1 ? "Incident " : "Incidents ")
                                + String.join(", ", entry.getValue()) + ": " + entry.getKey())
                        .collect(Collectors.joining(". "));
    }

    private static List<Node> chips(RunFacts run) {
        var chips = new ArrayList<Node>();
        chip(chips, "Mode", RunLines.mode(run.run().mode()));
        chip(chips, "Fault", RunLines.faults(run.run()));
        chip(chips, "Environment", run.run().environment());
        chip(chips, "Time scale", Integer.toString(run.run().timeScale()));
        chip(chips, "Started", RunLines.utc(run.run().startedAt()));
        var commit = run.run().commit();
        if (commit != null) {
            chip(
                    chips,
                    "Commit",
                    commit.substring(0, Math.min(10, commit.length()))
                            + (run.run().dirty() ? " + changes" : ""));
        }
        return chips;
    }

    private static void chip(List<Node> chips, String name, String value) {
        chips.add(Element.of("li", Element.of("span", name), Node.text(" "), Element.of("b", value)));
    }
}
