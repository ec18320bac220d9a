package io.github.untilfixed.engine;

import io.github.untilfixed.incident.Incident;
import java.util.List;
import java.util.Set;

/**
 * Which incidents a run found fixed, and how much that is worth.
 *
 * @param fixed the ids of those whose every test passed, as a surprise or as the proof of the fix
 * @param notFixed the ids of those with a test that did not pass, here or in an earlier execution of this JVM
 * @param flipped those that are claimed to be fixed
 * @param passed those of the flipped ones that were found fixed
 * @param proven those of them of which nothing was left out
 * @param notRun what names a flipped one and is no part of this run, a line for each
 */
record Fixes(
        List<String> fixed,
        Set<String> notFixed,
        List<Incident> flipped,
        List<Incident> passed,
        List<Incident> proven,
        List<String> notRun) {

    static Fixes of(Plan plan, Tally tally, NotRun notRun) {
        var notFixed = EarlierExecutions.notFixed(plan.config().journal(), tally.notFixed());
        var fixed = tally.fixed().stream().filter(id -> !notFixed.contains(id)).toList();
        var flipped = plan.registry().all().stream()
                .filter(plan.expectations()::flipped)
                .toList();
        var passed = flipped.stream()
                .filter(incident -> fixed.contains(incident.id()))
                .toList();
        return new Fixes(
                fixed,
                notFixed,
                flipped,
                passed,
                passed.stream().filter(notRun::isComplete).toList(),
                flipped.stream()
                        .flatMap(incident -> notRun.lines(incident).stream())
                        .toList());
    }
}
