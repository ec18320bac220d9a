package io.github.untilfixed.suites.support;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The exact test for a rising trend in success rates (Cochran and Armitage, by permutation; with two groups it is Fisher's).
 */
public final class ExactTrend {

    private ExactTrend() {}

    /** How many succeeded in all, and the sum of the numbers of their groups. */
    private record Allocation(int succeeded, int sum) implements Comparable<Allocation> {

        @Override
        public int compareTo(Allocation other) {
            return succeeded != other.succeeded
                    ? Integer.compare(succeeded, other.succeeded)
                    : Integer.compare(sum, other.sum);
        }
    }

    /**
     * Returns how likely it is that as many successes lie as far towards the later groups by chance, when the group makes no
     * difference: 0..1.
     *
     * @param succeeded in each group, in the order in which they are expected to rise
     * @param tried in each group
     */
    public static double chance(List<Integer> succeeded, List<Integer> tried) {
        NavigableMap<Allocation, BigInteger> ways =
                new TreeMap<Allocation, BigInteger>(Map.of(new Allocation(0, 0), BigInteger.ONE));
        var seen = new Allocation(0, 0);
        for (int group = 0; group < tried.size(); group++) {
            ways = with(ways, group, tried.get(group));
            seen = new Allocation(seen.succeeded() + succeeded.get(group), seen.sum() + group * succeeded.get(group));
        }
        int all = seen.succeeded();
        var total = sum(ways.subMap(new Allocation(all, 0), new Allocation(all + 1, 0)));
        var asFar = sum(ways.subMap(seen, new Allocation(all + 1, 0)));
        return asFar.doubleValue() / total.doubleValue();
    }

    private static NavigableMap<Allocation, BigInteger> with(Map<Allocation, BigInteger> ways, int group, int tried) {
        var more = new TreeMap<Allocation, BigInteger>();
        ways.forEach((allocation, count) -> {
            var choices = BigInteger.ONE;
            for (int k = 0; k <= tried; k++) {
                more.merge(
                        new Allocation(allocation.succeeded() + k, allocation.sum() + group * k),
                        count.multiply(choices),
                        BigInteger::add);
                choices = choices.multiply(BigInteger.valueOf(tried - k)).divide(BigInteger.valueOf(k + 1L));
            }
        });
        return more;
    }

    private static BigInteger sum(Map<Allocation, BigInteger> ways) {
        return ways.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
