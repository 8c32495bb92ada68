package dev.deco.internal.weaver.effects;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * Calls of what stands for a variable or a method of the program without naming it: {@code VarHandle},
 * {@code MethodHandle}, and the field updaters of {@code java.util.concurrent.atomic}. A variable is a field or an
 * element of the object that is given with it, or else a static field; a method is any.
 */
record HandleEffects(Effects effects, MethodState state, CallEffects calls) {
  private static final String METHOD = "java/lang/invoke/MethodHandle";
  private static final String VARIABLE = "java/lang/invoke/VarHandle";
  private static final Set<String> UPDATERS = Set.of("java/util/concurrent/atomic/AtomicIntegerFieldUpdater",
      "java/util/concurrent/atomic/AtomicLongFieldUpdater",
      "java/util/concurrent/atomic/AtomicReferenceFieldUpdater");
  /** What makes another handle, or says what one is. */
  private static final Set<String> QUIET = Set.of("newUpdater", "type", "bindTo", "asType", "asSpreader", "asCollector",
      "asVarargsCollector", "asFixedArity", "withVarargs", "isVarargsCollector", "varType", "coordinateTypes",
      "accessModeType", "isAccessModeSupported", "toMethodHandle", "withInvokeExactBehavior", "withInvokeBehavior",
      "hasInvokeExactBehavior", "describeConstable");

  static boolean covers(String owner) {
    return owner.equals(METHOD) || owner.equals(VARIABLE) || UPDATERS.contains(owner);
  }

  Set<Node> call(String owner, String name, String descriptor, List<Set<Node>> arguments) {
    if (QUIET.contains(name)) {
      return effects.immutable(Type.getReturnType(descriptor)) ? Set.of() : calls.anyOf(arguments);
    } else if (owner.equals(METHOD)) {
      return calls.coarse(arguments, descriptor, "calls MethodHandle." + name + ", which may run any code");
    }
    Type[] types = Type.getArgumentTypes(descriptor);
    if (types.length > 1 && types[types.length - 1].getDescriptor().endsWith("Operator;")) {
      return calls.coarse(arguments, descriptor, "calls " + CallEffects.place(owner, name) + ", which runs a function");
    } else if (owner.equals(VARIABLE) && types.length <= values(name)) {
      return calls.coarse(arguments, descriptor, "calls VarHandle." + name + " of some static field");
    }
    boolean reads = name.equals("get") || owner.equals(VARIABLE) && name.startsWith("get") && !name.startsWith("getAnd");
    return access(!reads, CallEffects.place(owner, name), descriptor, arguments);
  }

  /** How many operands of an access are values; the others say which variable it is. */
  private static int values(String name) {
    return name.startsWith("compareAnd") || name.startsWith("weakCompareAnd") ? 2
        : name.startsWith("set") || name.startsWith("getAnd") || name.startsWith("lazySet") ? 1 : 0;
  }

  private Set<Node> access(boolean write, String place, String descriptor, List<Set<Node>> arguments) {
    Set<Node> holder = arguments.get(1);
    state.touch(false, holder, Location.ANY, true, place + " reads a variable of its argument");
    if (write) {
      state.touch(true, holder, Location.ANY, true, place + " writes a variable of its argument");
    }
    Set<Node> values = new LinkedHashSet<>();
    arguments.subList(2, arguments.size()).forEach(values::addAll);
    state.heap.store(holder, Location.ANY, values);
    return effects.immutable(Type.getReturnType(descriptor)) ? Set.of() : state.heap.load(holder, Location.ANY);
  }
}
