package io.github.untilfixed.incident;

import java.util.Optional;

/**
 * Tests that the registry itself expects to fail; all parts that are given must fit.
 *
 * @param className the class, with nested and derived classes
 * @param method the method's name
 * @param tag a JUnit tag
 * @param packageName a package, with those below it
 * @param invocation which invocations of a template, by index from 1
 * @param symptom the only symptom that is allowed
 * @param intermittent whether a pass is no surprise
 * @param postFixOnly whether the tests run only after the flip
 * @param lines where it stands in the file
 */
public record Selector(
        Optional<String> className,
        Optional<String> method,
        Optional<String> tag,
        Optional<String> packageName,
        Optional<Integer> invocation,
        Optional<String> symptom,
        boolean intermittent,
        boolean postFixOnly,
        Incident.Lines lines) {

    /** Returns the selector as it would be typed. */
    public String describe() {
        var text = new StringBuilder();
        className.ifPresent(name -> text.append(" class ").append(name));
        method.ifPresent(name -> text.append(" method ").append(name));
        tag.ifPresent(name -> text.append(" tag ").append(name));
        packageName.ifPresent(name -> text.append(" package ").append(name));
        invocation.ifPresent(index -> text.append(" invocation ").append(index));
        return text.toString().strip();
    }
}
