package io.github.untilfixed.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds in one pass over a text which rules are worth trying: almost every text holds no secret, and a regular expression
 * over each of them would cost more than everything else that a report does.
 */
final class Triggers {

    private static final int ASCII = 128;

    private final List<List<Trigger>> byFirstTwo = new ArrayList<>();
    private final BitSet always = new BitSet();

    Triggers(List<SecretRule> rules) {
        for (int i = 0; i < ASCII * ASCII; i++) {
            byFirstTwo.add(List.of());
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            for (var word : rules.get(rule).triggers()) {
                add(new Trigger(word, rule));
            }
        }
    }

    /** Returns the numbers of the rules of which a trigger is in the text, in any case. */
    BitSet in(String text) {
        var found = (BitSet) always.clone();
        int last = text.length() - 1;
        for (int i = 0; i < last; i++) {
            char first = text.charAt(i);
            char second = text.charAt(i + 1);
            if (first < ASCII && second < ASCII) {
                for (var trigger : byFirstTwo.get(lower(first) * ASCII + lower(second))) {
                    if (text.regionMatches(true, i, trigger.word, 0, trigger.word.length())) {
                        found.set(trigger.rule);
                    }
                }
            }
        }
        return found;
    }

    private void add(Trigger trigger) {
        char first = trigger.word.charAt(0);
        char second = trigger.word.charAt(1);
        if (first >= ASCII || second >= ASCII) {
            // Rare: a literal secret that starts with a letter outside of ASCII.
            always.set(trigger.rule);
            return;
        }
        int slot = lower(first) * ASCII + lower(second);
        var triggers = new ArrayList<>(byFirstTwo.get(slot));
        triggers.add(trigger);
        byFirstTwo.set(slot, List.copyOf(triggers));
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    private record Trigger(String word, int rule) {}
}
