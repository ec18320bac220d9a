package io.github.untilfixed.bytecode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Where in a method an instruction stands: what catches it, what uses its result; immutable. */
final class Flow {

    private static final Set<String> CATCH_ASSERTIONS =
            Set.of("java/lang/Throwable", "java/lang/Error", "java/lang/AssertionError");
    private static final Set<String> CATCH_EXCEPTIONS =
            Set.of("java/lang/Throwable", "java/lang/Exception", "java/lang/RuntimeException");
    private static final String SOFT = "org/assertj/core/api/SoftAssertions";

    private final InsnList code;
    private final List<TryCatchBlockNode> handlers;
    private final boolean softButNeverAsserted;

    Flow(MethodNode method) {
        this.code = method.instructions;
        this.handlers = method.tryCatchBlocks;
        this.softButNeverAsserted = createsSoft() && !callsAssertAll();
    }

    /** Returns whether the throw is the one that the compiler adds to finally and try-with-resources. */
    boolean isGenerated(AbstractInsnNode thrown) {
        return handlers.stream()
                .filter(handler -> handler.type == null || handler.type.equals("java/lang/Throwable"))
                .anyMatch(handler -> leadsTo(handler.handler, thrown));
    }

    /** Returns whether what the instruction throws is caught and not thrown on. */
    boolean isSwallowed(AbstractInsnNode each, boolean assertion) {
        int at = code.indexOf(each);
        var catching = assertion ? CATCH_ASSERTIONS : CATCH_EXCEPTIONS;
        return handlers.stream()
                .filter(handler -> handler.type != null && catching.contains(handler.type))
                .filter(handler -> code.indexOf(handler.start) <= at && at < code.indexOf(handler.end))
                .anyMatch(handler -> !goesOn(handler.handler));
    }

    /**
     * Returns whether an assertion is about {@code true} or {@code false} itself. Other constants do not count: the
     * compiler also inlines those of the code under test.
     */
    boolean isConstant(MethodInsnNode call) {
        if (call.getOpcode() != Opcodes.INVOKESTATIC) {
            return allConstant(call, Type.getArgumentTypes(call.desc).length) && subjectIsConstant(call);
        }
        return call.desc.startsWith("(Z") && allConstant(call, Type.getArgumentTypes(call.desc).length);
    }

    /** Returns whether the assertion is collected by soft assertions whose result nobody asks for. */
    boolean isNeverAsserted(MethodInsnNode call) {
        return softButNeverAsserted && call.owner.startsWith("org/assertj/");
    }

    /** Returns whether a lambda is used at all: called with, or loaded again after it was stored. */
    boolean isUsed(InvokeDynamicInsnNode lambda) {
        var next = following(lambda);
        if (next instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE) {
            return isLoadedAfter(store);
        }
        if (next != null && next.getOpcode() == Opcodes.POP) {
            return false;
        }
        return consumer(lambda)
                .filter(call -> Vocabulary.isLazy(call.owner, call.name))
                .map(this::hasTerminalAfter)
                .orElse(true);
    }

    /** Returns the call that gets a lambda: the next one. */
    Optional<MethodInsnNode> consumer(InvokeDynamicInsnNode lambda) {
        for (var each = lambda.getNext(); each != null; each = each.getNext()) {
            if (each instanceof MethodInsnNode call) {
                return Optional.of(call);
            }
            if (each instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE) {
                return consumerOf(store);
            }
        }
        return Optional.empty();
    }

    private Optional<MethodInsnNode> consumerOf(VarInsnNode store) {
        for (AbstractInsnNode each = store.getNext(); each != null; each = each.getNext()) {
            if (each instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD && load.var == store.var) {
                for (AbstractInsnNode later = load; later != null; later = later.getNext()) {
                    if (later instanceof MethodInsnNode call) {
                        return Optional.of(call);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isLoadedAfter(VarInsnNode store) {
        for (AbstractInsnNode each = store.getNext(); each != null; each = each.getNext()) {
            if (each instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD && load.var == store.var) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTerminalAfter(MethodInsnNode lazy) {
        for (AbstractInsnNode each = lazy.getNext(); each != null; each = each.getNext()) {
            if (each instanceof MethodInsnNode call
                    && (Vocabulary.isTerminal(call.owner, call.name) || !call.owner.startsWith("java/util/stream/"))) {
                return true;
            }
            if (each.getOpcode() == Opcodes.ARETURN) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsTo(AbstractInsnNode handler, AbstractInsnNode thrown) {
        for (var each = handler; each != null; each = each.getNext()) {
            if (each == thrown) {
                return true;
            }
            if (ends(each) || (each instanceof TypeInsnNode created && created.getOpcode() == Opcodes.NEW)) {
                return false;
            }
        }
        return false;
    }

    /** Returns whether a handler throws or asserts again before the method is left. */
    private boolean goesOn(AbstractInsnNode handler) {
        int steps = code.size();
        for (var each = handler; each != null && steps > 0; each = next(each)) {
            steps--;
            if (each.getOpcode() == Opcodes.ATHROW
                    || (each instanceof MethodInsnNode call && Vocabulary.asserts(call.owner, call.name))) {
                return true;
            }
            if (ends(each) && each.getOpcode() != Opcodes.GOTO) {
                return false;
            }
        }
        return false;
    }

    private static AbstractInsnNode next(AbstractInsnNode each) {
        return each instanceof JumpInsnNode jump && jump.getOpcode() == Opcodes.GOTO ? jump.label : each.getNext();
    }

    private static boolean ends(AbstractInsnNode each) {
        int opcode = each.getOpcode();
        return opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
    }

    private boolean subjectIsConstant(MethodInsnNode call) {
        for (var each = call.getPrevious(); each != null; each = each.getPrevious()) {
            if (each instanceof MethodInsnNode start && Vocabulary.preparesAssertion(start.name)) {
                return start.desc.startsWith("(Z)") && allConstant(start, 1);
            }
        }
        return false;
    }

    private static boolean allConstant(MethodInsnNode call, int arguments) {
        var each = preceding(call);
        for (int index = 0; index < arguments; index++) {
            if (each == null || !isConstant(each)) {
                return false;
            }
            each = preceding(each);
        }
        return true;
    }

    private static boolean isConstant(AbstractInsnNode each) {
        int opcode = each.getOpcode();
        return each instanceof LdcInsnNode || (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.SIPUSH);
    }

    /** Returns the instruction before; null also when it can be jumped over, so that the value may be another. */
    private static @Nullable AbstractInsnNode preceding(AbstractInsnNode from) {
        var each = from.getPrevious();
        while (each != null && each.getOpcode() < 0 && !(each instanceof LabelNode)) {
            each = each.getPrevious();
        }
        return each instanceof LabelNode ? null : each;
    }

    private static @Nullable AbstractInsnNode following(AbstractInsnNode from) {
        var each = from.getNext();
        while (each != null && each.getOpcode() < 0) {
            each = each.getNext();
        }
        return each;
    }

    private boolean createsSoft() {
        for (var each : code) {
            if (each instanceof TypeInsnNode created && created.desc.equals(SOFT)) {
                return true;
            }
        }
        return false;
    }

    private boolean callsAssertAll() {
        for (var each : code) {
            if (each instanceof MethodInsnNode call && call.name.equals("assertAll")) {
                return true;
            }
        }
        return false;
    }
}
