package io.github.untilfixed.engine;

import io.github.untilfixed.config.Tier;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.ModuleSelector;
import org.junit.platform.engine.discovery.PackageSelector;

/** What a discovery was asked for, and which part of that is to be searched for each tier. */
final class Requested {

    private final List<DiscoverySelector> all;
    private final boolean areClasses;
    private final boolean areWholeClasses;

    /**
     * Looks at what was asked for.
     *
     * @param all the selectors in the order in which they were given
     */
    Requested(List<? extends DiscoverySelector> all) {
        this.all = List.copyOf(all);
        this.areClasses = all.stream().allMatch(Requested::isTopLevel);
        this.areWholeClasses = areClasses || all.stream().allMatch(Requested::isWhole);
    }

    /**
     * Returns where to search for what: classes in the tier that their own tags name, without a tier whatever has none or
     * has to be found first. It is a guess, for methods can have a tier of their own.
     */
    Map<Optional<Tier>, List<DiscoverySelector>> byTier() {
        return areClasses
                ? all.stream()
                        .collect(Collectors.groupingBy(
                                selector -> tier((ClassSelector) selector), LinkedHashMap::new, Collectors.toList()))
                : Map.of(Optional.empty(), all);
    }

    /**
     * Returns what to search for in a tier.
     *
     * @param before what was searched for there by {@link #byTier}
     * @param others what Jupiter found elsewhere that has tests of the tier: children of its root
     */
    List<DiscoverySelector> with(List<DiscoverySelector> before, Collection<TestDescriptor> others) {
        if (!areWholeClasses) {
            return all;
        }
        var classes = Stream.concat(before.stream(), others.stream().map(Requested::selector))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return areClasses ? all.stream().filter(classes::contains).toList() : List.copyOf(classes);
    }

    private static DiscoverySelector selector(TestDescriptor top) {
        return Descriptors.testClass(top)
                .map(DiscoverySelectors::selectClass)
                .orElseThrow(() -> new IllegalStateException(top + " of Jupiter is no class"));
    }

    private static boolean isWhole(DiscoverySelector selector) {
        return isTopLevel(selector)
                || selector instanceof PackageSelector
                || selector instanceof ClasspathRootSelector
                || selector instanceof ModuleSelector;
    }

    /** An inner class is found below the class around it, which has tests that nobody asked for. */
    private static boolean isTopLevel(DiscoverySelector selector) {
        try {
            return selector instanceof ClassSelector chosen
                    && (chosen.getJavaClass().getEnclosingClass() == null
                            || Modifier.isStatic(chosen.getJavaClass().getModifiers()));
        } catch (JUnitException | LinkageError e) {
            // Jupiter will say so when it searches for it.
            return false;
        }
    }

    private static Optional<Tier> tier(ClassSelector selector) {
        try {
            return AnnotationSupport.findRepeatableAnnotations(selector.getJavaClass(), Tag.class).stream()
                    .flatMap(tag -> Tier.of(tag.value()).stream())
                    .sorted()
                    .findFirst();
        } catch (RuntimeException | LinkageError e) {
            // Jupiter will say so when it reads the same annotations.
            return Optional.empty();
        }
    }
}
