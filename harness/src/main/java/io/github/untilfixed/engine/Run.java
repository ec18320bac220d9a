package io.github.untilfixed.engine;

import io.github.untilfixed.bytecode.HollowBodies;
import io.github.untilfixed.engine.inside.Held;
import io.github.untilfixed.engine.inside.Sightings;
import io.github.untilfixed.verdict.Judge;
import java.time.Clock;
import org.junit.platform.engine.EngineExecutionListener;

/**
 * The parts that one execution works with.
 *
 * @param junit where JUnit is told
 * @param expected what the tests are expected to do
 * @param judge decides
 * @param sightings what was seen from inside of Jupiter
 * @param results says verdicts in JUnit's words
 * @param entries makes journal lines
 * @param recorder writes them
 * @param tally counts verdicts
 * @param hollow finds tests whose body can show nothing
 * @param held what must not run
 * @param clock the time for the journal
 */
record Run(
        EngineExecutionListener junit,
        Expected expected,
        Judge judge,
        Sightings sightings,
        Results results,
        Entries entries,
        Recorder recorder,
        Tally tally,
        HollowBodies hollow,
        Held held,
        Clock clock) {}
