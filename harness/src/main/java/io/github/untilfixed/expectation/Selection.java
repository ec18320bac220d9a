package io.github.untilfixed.expectation;

import io.github.untilfixed.incident.Selector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decides whether a selector of the registry picks a test. */
final class Selection {

    private Selection() {}

    static boolean picks(Selector selector, Subject subject) {
        return fits(selector, subject)
                && selector.invocation()
                        .map(index -> subject.whole()
                                || subject.nearestInvocation()
                                        .filter(invocation -> invocation.index() == index)
                                        .isPresent())
                        .orElse(true);
    }

    /** Returns whether the test is of the class that the selector names, if it names one. */
    static boolean inClass(Selector selector, Subject subject) {
        return selector.className()
                .map(name -> subject.classes().stream().anyMatch(type -> isA(type, name)))
                .orElse(true);
    }

    /** Returns whether the selector is about the test, whichever of its invocations it picks. */
    static boolean fits(Selector selector, Subject subject) {
        var method = subject.method();
        return inClass(selector, subject)
                && selector.method()
                        .map(name -> method != null && method.getName().equals(name))
                        .orElse(true)
                && selector.tag().map(subject.tags()::contains).orElse(true)
                && selector.packageName()
                        .map(name -> subject.classes().stream().anyMatch(type -> inPackage(type, name)))
                        .orElse(true);
    }

    private static boolean isA(@Nullable Class<?> type, String name) {
        return type != null
                && (type.getName().equals(name)
                        || isA(type.getSuperclass(), name)
                        || Arrays.stream(type.getInterfaces()).anyMatch(each -> isA(each, name)));
    }

    private static boolean inPackage(Class<?> type, String name) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }
}
