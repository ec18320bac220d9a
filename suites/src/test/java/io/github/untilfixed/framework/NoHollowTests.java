package io.github.untilfixed.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.bytecode.HollowBodies;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

@DisplayName("The search for hollow tests")
class NoHollowTests {

    private final HollowBodies finder = new HollowBodies();

    @Test
    void findsNoneAmongTheProjectsOwnSuites() throws IOException, URISyntaxException {
        var tests = tests();

        assertThat(tests).hasSizeGreaterThan(40);
        assertThat(tests).allSatisfy(test -> assertThat(finder.reason(test)).isEmpty());
    }

    private static List<Method> tests() throws IOException, URISyntaxException {
        var root = Path.of(NoHollowTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
                    .flatMap(NoHollowTests::testsOf)
                    .toList();
        }
    }

    private static Stream<Method> testsOf(String className) {
        try {
            var type = Class.forName(className, false, NoHollowTests.class.getClassLoader());
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(className + " was compiled, but cannot be loaded", e);
        }
    }
}
