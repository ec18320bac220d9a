package io.github.untilfixed.bytecode;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Type;

/**
 * Finds tests whose body can show nothing: it reaches no assertion, no throw and no environment, or it leaves that to
 * work that nobody awaits. Read from the byte code of the body and of what it calls in its own project; code of other
 * libraries is taken to be able to fail. Thread-safe.
 */
public final class HollowBodies {

    /** Invocations of one template come one after the other; more need not be remembered. */
    private static final int REMEMBERED = 1_000;

    private final PlainBodies plain = new PlainBodies();
    private final Map<Method, Optional<String>> reasons = new ConcurrentHashMap<>();
    private final Map<ClassLoader, ClassFiles> files = new ConcurrentHashMap<>();

    /** Creates a finder that remembers what it has read. */
    public HollowBodies() {}

    /** Returns why the test can show nothing, or empty when it may. */
    public Optional<String> reason(Method test) {
        if (test.getParameterCount() == 0 && plain.surelyShows(test.getDeclaringClass(), test.getName())) {
            return Optional.empty();
        }
        var known = reasons.get(test);
        if (known == null) {
            known = find(test);
            if (reasons.size() >= REMEMBERED) {
                reasons.clear();
            }
            reasons.put(test, known);
        }
        return known;
    }

    private Optional<String> find(Method test) {
        var type = test.getDeclaringClass();
        var loader = type.getClassLoader();
        if (loader == null) {
            return Optional.empty();
        }
        var classes = files.computeIfAbsent(loader, ClassFiles::new);
        return classes.method(Type.getInternalName(type), test.getName(), Type.getMethodDescriptor(test))
                .flatMap(found -> new BodyReader(classes).reason(found));
    }
}
