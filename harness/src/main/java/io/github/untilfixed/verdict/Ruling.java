package io.github.untilfixed.verdict;

import io.github.untilfixed.expectation.Blocker;
import java.util.List;
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

    /** Speaks of the first of the incidents. */
    static Ruling of(Verdict verdict, List<Blocker> blockers, String explanation) {
        return of(verdict, blockers.get(0).incident().id(), explanation);
    }

    static Ruling of(Verdict verdict, Diagnosis.Match match, String explanation) {
        return new Ruling(
                verdict,
                Optional.of(match.incident().id()),
                Optional.of(match.symptom().name()),
                explanation);
    }
}
