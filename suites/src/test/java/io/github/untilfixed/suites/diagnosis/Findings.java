package io.github.untilfixed.suites.diagnosis;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found, each with what was measured; not thread-safe. */
public final class Findings {

    private final Map<Finding, String> measured = new EnumMap<>(Finding.class);

    /** Adds a finding; what was measured of it first stays. */
    void add(Finding finding, String details) {
        measured.putIfAbsent(finding, details);
    }

    /** Returns the findings. */
    public Set<Finding> all() {
        return measured.keySet();
    }

    /** Returns findings in words, with what was measured of those that were made. */
    public String words(Collection<Finding> findings) {
        return findings.stream().sorted().map(this::words).collect(Collectors.joining("; "));
    }

    /** Returns in words what was found although a hypothesis rules it out, and what it predicts and was not found. */
    public String objections(Hypothesis hypothesis) {
        return hypothesis.against().stream()
                .sorted()
                .map(finding -> measured.containsKey(finding) ? words(finding) : "not seen: " + finding.words())
                .collect(Collectors.joining("; "));
    }

    private String words(Finding finding) {
        var details = measured.getOrDefault(finding, "");
        return finding.words() + (details.isEmpty() ? "" : " (" + details + ", measured)");
    }
}
