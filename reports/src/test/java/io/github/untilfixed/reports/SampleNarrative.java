package io.github.untilfixed.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people wrote about incident 1278, in the form of the registry. */
final class SampleNarrative {

    private SampleNarrative() {}

    static Map<String, Object> of() {
        var narrative = new LinkedHashMap<String, Object>();
        narrative.put(
                "summary", "The staging service cannot open a connection to Cloud SQL through the VPC connector.");
        narrative.put(
                "five-whys",
                List.of(
                        Map.of(
                                "why",
                                "Why does it not start?",
                                "answer",
                                "Phase 3 times out.",
                                "evidence",
                                "649+ failures"),
                        Map.of(
                                "why",
                                "Why does phase 3 time out?",
                                "answer",
                                "No connection.",
                                "evidence",
                                "hypothesis")));
        narrative.put("impact", List.of("Staging is not available.", "$500K+ ARR is named as depending on it."));
        narrative.put(
                "actions",
                List.of(Map.of(
                        "priority",
                        "P0 (0-2 hours)",
                        "owner",
                        "infrastructure team",
                        "items",
                        List.of(
                                "Look at the connector's capacity.",
                                Map.of("text", "Start-ups succeed again.", "check", "startup-success")))));
        narrative.put(
                "commands", List.of("gcloud sql instances describe staging-shared-postgres --project=netra-staging"));
        narrative.put("recommendations", List.of("Pre-scale the connector."));
        narrative.put(
                "criteria",
                List.of(
                        Map.of(
                                "name",
                                "start-up success, first hours",
                                "horizon",
                                "0-4 hours",
                                "statement",
                                "more than 80 % of starts succeed",
                                "check",
                                "startup-success",
                                "at-least",
                                0.80),
                        Map.of(
                                "name",
                                "golden path",
                                "horizon",
                                "4-24 hours",
                                "statement",
                                "login to AI response works",
                                "check",
                                "golden-path",
                                "trials",
                                20),
                        Map.of("name", "monitoring", "horizon", "1-2 weeks", "statement", "it is monitored")));
        return narrative;
    }
}
