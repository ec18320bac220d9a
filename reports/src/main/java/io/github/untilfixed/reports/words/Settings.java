package io.github.untilfixed.reports.words;

import io.github.untilfixed.reports.document.Inline;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** Settings of a build within a sentence. */
final class Settings {

    private static final Pattern SETTING = Pattern.compile("-D[\\w.-]+=[\\w.,*-]*\\w");

    private Settings() {}

    /** Returns the sentence with each setting as something literal: it is there to be copied, and has no word break. */
    static Inline in(String sentence) {
        var parts = new ArrayList<Inline>();
        var setting = SETTING.matcher(sentence);
        int from = 0;
        while (setting.find()) {
            parts.add(Inline.text(sentence.substring(from, setting.start())));
            parts.add(Inline.code(setting.group()));
            from = setting.end();
        }
        parts.add(Inline.text(sentence.substring(from)));
        return new Inline.Line(parts);
    }
}
