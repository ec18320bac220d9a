package io.github.untilfixed.bytecode;

import io.github.untilfixed.bytecode.ClassFiles.Found;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Follows one test body through the project and notes what it can reach; used once, by one thread. */
final class BodyReader {

    /** A body that calls that much is not one that forgot to show something. */
    private static final int MOST_METHODS = 2_000;

    private static final List<String> AFTER =
            List.of("Lorg/junit/jupiter/api/AfterEach;", "Lorg/junit/jupiter/api/AfterAll;");

    private final ClassFiles classes;
    private final Set<String> visited = new HashSet<>();
    private boolean shows;
    private boolean leavesToOthers;
    private boolean leavesAssertionsToOthers;
    private boolean awaits;

    BodyReader(ClassFiles classes) {
        this.classes = classes;
    }

    Optional<String> reason(Found body) {
        read(body, false);
        if (leavesToOthers && !awaits) {
            readTearDown(body.owner());
        }
        // A body that shows something may also use what works in the background; only left assertions are its own.
        boolean forgets = leavesAssertionsToOthers || (leavesToOthers && !shows);
        if (forgets && !awaits) {
            return Optional.of("starts work that asserts something and that nobody awaits");
        }
        return shows || leavesToOthers
                ? Optional.empty()
                : Optional.of("reaches no assertion, no throw and no environment");
    }

    private void readTearDown(ClassNode type) {
        type.methods.stream()
                .filter(method -> method.visibleAnnotations != null
                        && method.visibleAnnotations.stream().anyMatch(BodyReader::isAfter))
                .forEach(method -> read(new Found(type, method), false));
    }

    private static boolean isAfter(AnnotationNode annotation) {
        return AFTER.contains(annotation.desc);
    }

    private void read(Found found, boolean elsewhere) {
        if (!visited.add(found.key() + elsewhere)) {
            return;
        }
        if (visited.size() > MOST_METHODS || found.method().instructions.size() == 0) {
            // Abstract or native: whoever implements it may show something.
            shows(elsewhere);
            return;
        }
        var flow = new Flow(found.method());
        for (var each : found.method().instructions) {
            read(each, flow, elsewhere);
        }
    }

    private void read(AbstractInsnNode each, Flow flow, boolean elsewhere) {
        if (each instanceof InsnNode && each.getOpcode() == Opcodes.ATHROW) {
            if (!flow.isGenerated(each) && !flow.isSwallowed(each, false)) {
                shows(elsewhere);
            }
        } else if (each instanceof MethodInsnNode call) {
            read(call, flow, elsewhere);
        } else if (each instanceof InvokeDynamicInsnNode lambda) {
            read(lambda, flow, elsewhere);
        } else if (each instanceof TypeInsnNode created && created.getOpcode() == Opcodes.NEW) {
            readAnonymous(created.desc, elsewhere);
        }
    }

    private void read(MethodInsnNode call, Flow flow, boolean elsewhere) {
        awaits |= Vocabulary.awaits(call.owner, call.name);
        if (Vocabulary.asserts(call.owner, call.name)) {
            if (!flow.isSwallowed(call, true) && !flow.isConstant(call) && !flow.isNeverAsserted(call)) {
                asserts(elsewhere);
            }
            return;
        }
        if (flow.isSwallowed(call, false)) {
            return;
        }
        if (Vocabulary.touchesEnvironment(call.owner) || Vocabulary.throwsByContract(call.owner, call.name)) {
            shows(elsewhere);
            return;
        }
        var target = classes.method(call.owner, call.name, call.desc);
        if (target.isPresent()) {
            read(target.get(), elsewhere);
        } else if (!isImplicit(call) && !Vocabulary.isNeutral(call.owner)) {
            shows(elsewhere);
        }
    }

    /** The constructor that the compiler adds, a record's accessor: of the project, but without a body to read. */
    private boolean isImplicit(MethodInsnNode call) {
        return classes.find(call.owner).isPresent() && call.name.equals("<init>");
    }

    private void read(InvokeDynamicInsnNode lambda, Flow flow, boolean elsewhere) {
        for (var argument : lambda.bsmArgs) {
            if (argument instanceof Handle body && flow.isUsed(lambda)) {
                boolean handedOver =
                        elsewhere || flow.consumer(lambda).filter(this::starts).isPresent();
                read(body, flow, lambda, handedOver);
            }
        }
    }

    private void read(Handle body, Flow flow, InvokeDynamicInsnNode lambda, boolean elsewhere) {
        awaits |= Vocabulary.awaits(body.getOwner(), body.getName());
        var target = classes.method(body.getOwner(), body.getName(), body.getDesc());
        if (target.isPresent()) {
            if (!flow.isSwallowed(lambda, true) || elsewhere) {
                read(target.get(), elsewhere);
            }
        } else if (Vocabulary.asserts(body.getOwner(), body.getName())) {
            asserts(elsewhere);
        } else if (Vocabulary.touchesEnvironment(body.getOwner()) || !Vocabulary.isNeutral(body.getOwner())) {
            shows(elsewhere);
        }
    }

    private boolean starts(MethodInsnNode call) {
        return Vocabulary.starts(call.owner, call.name);
    }

    /** An anonymous class is code that somebody is handed. */
    private void readAnonymous(String name, boolean elsewhere) {
        if (name.matches(".*\\$\\d+")) {
            classes.find(name)
                    .ifPresent(type -> type.methods.stream()
                            .filter(method -> !method.name.startsWith("<"))
                            .forEach(method -> read(new Found(type, method), elsewhere)));
        }
    }

    private void asserts(boolean elsewhere) {
        leavesAssertionsToOthers |= elsewhere;
        shows(elsewhere);
    }

    private void shows(boolean elsewhere) {
        if (elsewhere) {
            leavesToOthers = true;
        } else {
            shows = true;
        }
    }
}
