package io.github.untilfixed.verdict;

import java.util.Optional;

/**
 * A verdict with its reasons.
 *
 * @param verdict what the outcome means
 * @param incident the id of the incident that it speaks of
 * @param symptom the name of the symptom that matched
 * @param explanation one or two sentences for a person
 */
public record Ruling(Verdict verdict, Optional<String> incident, Optional<String> symptom, String explanation) {

    static Ruling of(Verdict verdict, String explanation) {
        return new Ruling(verdict, Optional.empty(), Optional.empty(), explanation);
    }

    static Ruling of(Verdict verdict, String incident, String explanation) {
        return new Ruling(verdict, Optional.of(incident), Optional.empty(), explanation);
    }
}
