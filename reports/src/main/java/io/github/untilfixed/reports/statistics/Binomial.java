package io.github.untilfixed.reports.statistics;

/** The binomial distribution, summed exactly. */
final class Binomial {

    private Binomial() {}

    /** Returns the chance of at least {@code k} successes in {@code n} trials of chance {@code p} each. */
    static double atLeast(int k, int n, double p) {
        if (k <= 0 || p >= 1) {
            return 1;
        }
        if (p <= 0) {
            return 0;
        }
        double logOdds = Math.log(p) - Math.log1p(-p);
        double logTerm = n * Math.log1p(-p);
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            logTerm += Math.log((double) (n - i + 1) / i) + logOdds;
            if (i >= k) {
                sum += Math.exp(logTerm);
            }
        }
        return Math.min(1, sum);
    }
}
