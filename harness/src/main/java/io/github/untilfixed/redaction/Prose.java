package io.github.untilfixed.redaction;

import java.util.regex.Pattern;

/** Tells a word of a sentence, as in "the token: it was too old", from a value that a machine wrote. */
final class Prose {

    /** Words of letters alone; a password of letters alone does not stand before the rest of a sentence. */
    private static final Pattern WORDS =
            Pattern.compile("\\p{L}+(?:['’-]\\p{L}+)*(?:[,;:]?\\s+\\p{L}[^=]*)?[.,;:!?)]*");

    private static final Pattern GOES_ON = Pattern.compile("[,;)]?[ \\t]+\\p{L}|[.!?](?:[ \\t]+\\p{Lu}|[\"')\\s]|$)");

    private Prose() {}

    /** Returns whether what stands there are words, a blank stands before them, and the sentence goes on or ends. */
    static boolean wordOf(String text, int start, int end) {
        boolean afterBlank = start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t');
        boolean assigned = start > 1 && text.charAt(start - 2) == '=';
        if (!afterBlank
                || assigned
                || !WORDS.matcher(text.substring(start, end)).matches()) {
            return false;
        }
        int words = end;
        while (words > start && ".!?,;)".indexOf(text.charAt(words - 1)) >= 0) {
            words--;
        }
        return GOES_ON.matcher(text).region(words, text.length()).lookingAt()
                || text.substring(start, words).indexOf(' ') > 0;
    }
}
