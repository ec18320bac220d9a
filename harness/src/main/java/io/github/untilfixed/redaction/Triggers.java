package io.github.untilfixed.redaction;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds in one pass over a text which rules are worth trying: almost every text holds no secret, and a regular expression
 * over each of them would cost more than everything else that a report does.
 */
final class Triggers {

    private static final int ASCII = 128;
    private static final Trigger[] NONE = {};

    /** By the first two letters; empty where no trigger starts so. */
    private final Trigger[][] byFirstTwo = new Trigger[ASCII * ASCII][];

    private final BitSet always = new BitSet();

    Triggers(List<SecretRule> rules) {
        Arrays.fill(byFirstTwo, NONE);
        for (int rule = 0; rule < rules.size(); rule++) {
            for (var word : rules.get(rule).triggers()) {
                add(new Trigger(word, rule));
            }
        }
    }

    /** Returns the numbers of the rules of which a trigger is in the text, in any case. */
    BitSet in(String text) {
        var found = (BitSet) always.clone();
        int length = text.length();
        // Every character of every report comes by here, so the loop looks at each once and calls nothing it can do
        // without.
        int first = length == 0 ? 0 : lower(text.charAt(0));
        for (int i = 1; i < length; i++) {
            int second = lower(text.charAt(i));
            if ((first | second) < ASCII) {
                var triggers = byFirstTwo[first * ASCII + second];
                if (triggers.length > 0) {
                    find(triggers, text, i - 1, found);
                }
            }
            first = second;
        }
        return found;
    }

    private static void find(Trigger[] triggers, String text, int at, BitSet found) {
        for (var trigger : triggers) {
            if (!found.get(trigger.rule) && text.regionMatches(true, at, trigger.word, 0, trigger.word.length())) {
                found.set(trigger.rule);
            }
        }
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
        var triggers = Arrays.copyOf(byFirstTwo[slot], byFirstTwo[slot].length + 1);
        triggers[triggers.length - 1] = trigger;
        byFirstTwo[slot] = triggers;
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    private record Trigger(String word, int rule) {}
}
