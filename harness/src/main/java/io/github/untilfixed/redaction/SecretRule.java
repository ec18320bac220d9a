package io.github.untilfixed.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One way to know a secret.
 *
 * @param kind the word that takes its place
 * @param triggers words in lower case of which one must be in a text (in any case) for the pattern to be tried at all
 * @param pattern the secret is its group {@code secret}
 * @param plausible refuses what only looks like one
 */
record SecretRule(String kind, List<String> triggers, Pattern pattern, Predicate<String> plausible) {

    /** What stands where a secret was, or where a person already masked one. */
    private static final Pattern MASKED =
            Pattern.compile("[*•xX.:]{3,}(?:\\([a-z-]+(?:(?:,|%2C)\\d+\\)?)?)?|<[^>]*>|\\$\\{.*|%[sd]|\\{\\}?");

    static SecretRule of(String kind, List<String> triggers, String pattern) {
        return new SecretRule(kind, triggers, Pattern.compile(pattern), secret -> true);
    }

    List<Match> find(String text) {
        var matches = new ArrayList<Match>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var secret = matcher.group("secret");
            if (secret != null && !secret.isEmpty() && !MASKED.matcher(secret).matches() && plausible.test(secret)) {
                matches.add(new Match(kind, matcher.start("secret"), matcher.end("secret")));
            }
        }
        return matches;
    }

    /** Where a secret is in a text. */
    record Match(String kind, int start, int end) {}
}
