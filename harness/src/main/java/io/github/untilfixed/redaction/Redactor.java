package io.github.untilfixed.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes secrets out of text, and finds those that are still in it; immutable and thread-safe.
 *
 * <p>A secret is what a known shape gives away (a password parameter, credentials in an address, a header, a key block, a
 * token's prefix), or the literal value of an environment variable whose name says so, also when it is URL-, base64- or
 * hex-encoded. Each is replaced by {@code ***(kind,length)}.
 */
public final class Redactor {

    private static final int MOST_ROUNDS = 8;

    private final List<SecretRule> rules;
    private final Triggers triggers;

    private Redactor(List<SecretRule> rules) {
        this.rules = List.copyOf(rules);
        this.triggers = new Triggers(this.rules);
    }

    /** Returns a redactor for the known shapes and for the values of variables whose names tell of a secret. */
    public static Redactor of(Map<String, String> environment) {
        return of(environment, List.of());
    }

    /** Returns a redactor that also knows these literal secrets; values shorter than 6 characters are ignored. */
    public static Redactor of(Map<String, String> environment, Collection<String> secrets) {
        var literals = Stream.concat(
                environment.entrySet().stream()
                        .filter(variable -> LiteralSecrets.tellsOfSecret(variable.getKey()))
                        .map(Map.Entry::getValue),
                secrets.stream());
        var rules = new ArrayList<>(LiteralSecrets.rules(literals.toList()));
        rules.addAll(SecretShapes.RULES);
        return new Redactor(rules);
    }

    /** Returns the text without its secrets. */
    public String text(String text) {
        return redact(text).text();
    }

    /** Returns the text without its secrets, and how many were taken out. */
    public Redaction redact(String text) {
        var clean = pass(text);
        int count = clean.count();
        // What one rule takes out can lay bare what an earlier one looked for.
        for (int round = 1; clean.count() > 0 && round < MOST_ROUNDS; round++) {
            clean = pass(clean.text());
            count += clean.count();
        }
        return new Redaction(clean.text(), count);
    }

    private Redaction pass(String text) {
        var clean = text;
        int count = 0;
        var worthwhile = triggers.in(clean);
        for (int i = worthwhile.nextSetBit(0); i >= 0; i = worthwhile.nextSetBit(i + 1)) {
            var matches = rules.get(i).find(clean);
            clean = replaced(clean, matches);
            count += matches.size();
        }
        return new Redaction(clean, count);
    }

    /**
     * Returns what kinds of secret are still in the text, with the offset of each; empty when it is clean. A word of a
     * sentence, which {@link #redact} takes out to be on the safe side, is none: a finding can fail a build.
     */
    public List<Finding> scan(String text) {
        var findings = new ArrayList<Finding>();
        var worthwhile = triggers.in(text);
        for (int i = worthwhile.nextSetBit(0); i >= 0; i = worthwhile.nextSetBit(i + 1)) {
            rules.get(i).find(text).stream()
                    .filter(match -> !Prose.wordOf(text, match.start(), match.end()))
                    .forEach(match -> findings.add(new Finding(match.kind(), match.start())));
        }
        return findings;
    }

    private static String replaced(String text, List<SecretRule.Match> matches) {
        if (matches.isEmpty()) {
            return text;
        }
        var result = new StringBuilder(text.length());
        int from = 0;
        for (var match : matches) {
            result.append(text, from, match.start());
            result.append("***(").append(match.kind()).append(',');
            result.append(match.end() - match.start()).append(')');
            from = match.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    /**
     * A text without its secrets.
     *
     * @param count how many were taken out, 0 or more
     */
    public record Redaction(String text, int count) {}

    /**
     * A secret that is still there.
     *
     * @param kind what gave it away, for example {@code password}
     * @param offset where it starts
     */
    public record Finding(String kind, int offset) {}
}
