package io.github.untilfixed.reports.facts;

/** The JDK in the ids of a run whose shards ran on several: the same test on another JDK is another test. */
public final class Leg {

    private static final String SEGMENT = "/[leg:";

    private Leg() {}

    /** Returns the id that a test has on that leg. */
    public static String on(String leg, String id) {
        return id + SEGMENT + leg + "]";
    }

    /** Returns the JUnit unique id of a test, which is the same on each leg. */
    public static String without(String id) {
        int leg = id.lastIndexOf(SEGMENT);
        return leg < 0 ? id : id.substring(0, leg);
    }
}
