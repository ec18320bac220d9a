package io.github.untilfixed.journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Removes secrets from text before it is written; thread-safe. */
public final class Redactor {

    private static final String MASK = "***";

    /** Values shorter than this are too common to be replaced wherever they occur. */
    private static final int SHORTEST_SECRET = 6;

    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|PRIVATE_KEY|API_KEY|APIKEY).*");

    private static final List<Rule> RULES = List.of(
            new Rule("(?i)(\\b[a-z][a-z0-9+.-]*://)[^\\s/@:]*:[^\\s/@]*@", "$1***@"),
            new Rule(
                    "(?i)([\"']?\\b[\\w.-]*(?:password|passwd|pwd|secret|token|api[-_]?key|private[-_]?key|credential)s?[\"']?\\s*[=:]\\s*)"
                            + "(\"[^\"]*\"|'[^']*'|[^\\s,;&\"')\\]}]+)",
                    "$1***"),
            new Rule("(?i)\\b((?:proxy-)?authorization\\s*[:=]\\s*)(?:basic|bearer|digest)?\\s*[^\\s,;\"']+", "$1***"),
            new Rule("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/._~=-]{8,}", "$1 ***"),
            new Rule("\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*", MASK),
            new Rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", MASK),
            new Rule("\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\\w{20,}|xox[abprs]-[\\w-]{10,})", MASK),
            new Rule("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", MASK));

    private final List<String> values;

    private Redactor(Collection<String> values) {
        this.values = values.stream()
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Creates a redactor that also knows the values of those environment variables whose names sound secret. */
    public static Redactor of(Map<String, String> environment, Collection<String> secrets) {
        var values = environment.entrySet().stream()
                .filter(entry -> SECRET_NAME
                        .matcher(entry.getKey().toUpperCase(Locale.ROOT))
                        .matches())
                .map(Map.Entry::getValue)
                .toList();
        return new Redactor(java.util.stream.Stream.concat(values.stream(), secrets.stream())
                .toList());
    }

    /** Returns the text without the secrets. */
    public String redact(String text) {
        var clean = text;
        for (var value : values) {
            clean = clean.replace(value, MASK);
        }
        for (var rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }

    private record Rule(Pattern pattern, String replacement) {
        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }
}
