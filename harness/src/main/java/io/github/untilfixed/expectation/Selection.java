package io.github.untilfixed.expectation;

import io.github.untilfixed.incident.Selector;

/** Decides whether a selector of the registry picks a test. */
final class Selection {

    private Selection() {}

    static boolean picks(Selector selector, Subject subject) {
        var method = subject.method();
        return selector.className()
                        .map(name -> isOrIsIn(subject.testClass(), name))
                        .orElse(true)
                && selector.method()
                        .map(name -> method != null && method.getName().equals(name))
                        .orElse(true)
                && selector.tag().map(subject.tags()::contains).orElse(true)
                && selector.packageName()
                        .map(name -> inPackage(subject.testClass(), name))
                        .orElse(true)
                && selector.invocation()
                        .map(index -> subject.invocation()
                                .map(invocation -> invocation.index() == index)
                                .orElse(true))
                        .orElse(true);
    }

    private static boolean isOrIsIn(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(name)) {
                return true;
            }
        }
        var enclosing = type.getEnclosingClass();
        return enclosing != null && isOrIsIn(enclosing, name);
    }

    private static boolean inPackage(Class<?> type, String name) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }
}
