package io.github.untilfixed.verdict;

import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.incident.Failure;
import java.util.List;

/**
 * A failure and what may explain it.
 *
 * @param failure the failure
 * @param blockers the incidents whose symptom it may show
 */
record Charge(Failure failure, List<Blocker> blockers) {}
