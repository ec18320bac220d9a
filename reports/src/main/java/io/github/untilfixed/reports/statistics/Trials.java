package io.github.untilfixed.reports.statistics;

/**
 * Trials that were counted, each independent of the others and with the same chance of success.
 *
 * @param successes 0..{@code count}
 * @param count 0 or more
 */
public record Trials(int successes, int count) {

    public Trials {
        if (successes < 0 || successes > count) {
            throw new IllegalArgumentException(successes + " successes in " + count + " trials");
        }
    }

    /** Returns the number of failures. */
    public int failures() {
        return count - successes;
    }

    /**
     * Returns the exact (Clopper-Pearson) lower bound of the success rate: were the rate any lower, so many successes would
     * be seen with a chance below {@code 1 - confidence}.
     *
     * @param confidence one-sided, between 0 and 1, for example 0.95
     */
    public double lowerBound(double confidence) {
        return successes == 0 ? 0 : solve(p -> Binomial.atLeast(successes, count, p), 1 - confidence);
    }

    /** Returns the exact upper bound of the success rate, one-sided. */
    public double upperBound(double confidence) {
        return successes == count
                ? 1
                : solve(p -> 1 - Binomial.atLeast(successes + 1, count, p), 1 - confidence, false);
    }

    /** Returns whether these trials show that the success rate is at least that high. */
    public Answer showAtLeast(double rate, double confidence) {
        if (count > 0 && lowerBound(confidence) >= rate) {
            return Answer.MET;
        }
        return count > 0 && upperBound(confidence) < rate ? Answer.NOT_MET : Answer.NOT_ENOUGH_DATA;
    }

    /**
     * Returns how many trials are needed in all to show that rate, if no further one fails.
     *
     * @param rate above 0 and below 1: no number of trials shows more
     * @param confidence likewise
     */
    public int neededFor(double rate, double confidence) {
        if (!(rate > 0 && rate < 1 && confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("no number of trials shows a rate of " + rate + " with a confidence of "
                    + confidence + "; both must be above 0 and below 1");
        }
        int n = failures() + 1;
        while (new Trials(n - failures(), n).lowerBound(confidence) < rate) {
            n++;
        }
        return n;
    }

    private static double solve(java.util.function.DoubleUnaryOperator rising, double target) {
        return solve(rising, target, true);
    }

    /** Finds by bisection where a monotonous function of a probability takes a value. */
    private static double solve(java.util.function.DoubleUnaryOperator function, double target, boolean rising) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (function.applyAsDouble(middle) < target == rising) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** What trials say about a claim. */
    public enum Answer {
        /** The claim holds at the stated confidence. */
        MET,
        /** The opposite holds at the stated confidence. */
        NOT_MET,
        /** Neither is shown. */
        NOT_ENOUGH_DATA
    }
}
