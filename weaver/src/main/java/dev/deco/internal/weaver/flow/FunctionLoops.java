package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.JumpTargets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * {@code list.forEach(x -> out.add(f(x)))}, {@code Arrays.setAll(a, i -> f(i))}: methods of the platform that are
 * loops, and a function that is their body. Before a method is planned such a call becomes that loop, with the body in
 * it; the method means the same. Its statements are then statements of the scope. Beside the loop the call stays as it
 * is, for what has a {@code forEach} of its own.
 */
final class FunctionLoops {
  static final String RUNTIME = "dev/deco/internal/runtime/FunctionLoop";
  private static final int LARGEST = 8000; // instructions of a method

  private final ClassNode owner;
  private final MethodNode method;
  private final ClassHeaders classes;
  private final Predicate<MethodInsnNode> concurrent;
  private final Set<AbstractInsnNode> joins = new HashSet<>(); // to where a jump leads

  /** What kind of a loop a call is. */
  enum Form { ITERABLE, MAP, ARRAY, LIST, RANGE }

  /**
   * A call that is a loop.
   *
   * @param function makes the function, right before the call
   * @param body the code of a lambda expression; {@code null} for a method reference
   * @param range the call that makes the numbers; {@code null} but for a RANGE
   * @param changes what the function may change of what is gone through
   */
  record Loop(Form form, InvokeDynamicInsnNode function, MethodInsnNode call, MethodNode body, MethodInsnNode range,
      SourceChanges changes) {
    Loop with(SourceChanges found) {
      return new Loop(form, function, call, body, range, found);
    }

    /** Whether it does the same as the call, for one kind of source at least. */
    boolean isLoop() {
      return changes.captured() != null || form != Form.MAP && form != Form.LIST;
    }

    Handle code() {
      return (Handle) function.bsmArgs[1];
    }

    /** Whether there are branches in its body. */
    boolean decides() {
      return body != null && Stream.of(body.instructions.toArray())
          .anyMatch(insn -> insn instanceof JumpInsnNode && insn.getOpcode() != Opcodes.GOTO);
    }

    /** The types that the function is called with, and returns. */
    Type type() {
      return (Type) function.bsmArgs[2];
    }

    /** The types of the code's operands, the receiver included. */
    Type[] operands() {
      Type[] declared = Type.getArgumentTypes(code().getDesc());
      return code().getTag() == Opcodes.H_INVOKESTATIC ? declared
          : Stream.concat(Stream.of(Type.getObjectType(code().getOwner())), Stream.of(declared)).toArray(Type[]::new);
    }
  }

  private FunctionLoops(ClassNode owner, MethodNode method, ClassHeaders classes,
      Predicate<MethodInsnNode> concurrent) {
    this.owner = owner;
    this.method = method;
    this.classes = classes;
    this.concurrent = concurrent;
  }

  /**
   * Normalises the loops of {@code method}, in place.
   *
   * @param ahead what is known of the functions of a method: streams that run ahead stay what they are
   * @return what is left of the calls, beside the loops
   */
  static Set<AbstractInsnNode> normalise(ClassNode owner, MethodNode method, ClassHeaders classes,
      Predicate<MethodInsnNode> concurrent, Ahead ahead) throws AnalyzerException {
    Set<AbstractInsnNode> beside = new HashSet<>();
    FunctionLoops loops = new FunctionLoops(owner, method, classes, concurrent);
    Set<AbstractInsnNode> seen = new HashSet<>();
    boolean outermost = true;
    // Again and again, since there may be loops in loops.
    for (List<Loop> found = loops.find(seen); !found.isEmpty(); found = loops.find(seen)) {
      MethodNode copy = new MethodNode(method.access, method.name, method.desc, method.signature, null);
      method.accept(copy);
      Functions known = ahead.functions(copy);
      List<InvokeDynamicInsnNode> functions = functions(method);
      for (Loop each : found) {
        seen.add(each.function());
        int number = functions.indexOf(each.function());
        Loop loop = each.with(known.changes.getOrDefault(number, SourceChanges.ANY));
        // What runs ahead is waited for in each round of the loop around it.
        if (loop.isLoop() && (!known.ahead.contains(number) || !outermost && !loop.decides())) {
          LoopWriter.write(method, loop, beside);
        }
      }
      seen.addAll(beside);
      outermost = false;
    }
    return beside;
  }

  /**
   * What is known of the functions of a method, each by its number among all {@code invokedynamic} instructions.
   *
   * @param ahead those that run ahead of a stream's reader
   * @param changes what those that are handed to a loop may change of what it goes through
   */
  record Functions(Set<Integer> ahead, Map<Integer, SourceChanges> changes) {}

  /** Analyses the functions of a method. */
  interface Ahead {
    Functions functions(MethodNode method) throws AnalyzerException;
  }

  static List<InvokeDynamicInsnNode> functions(MethodNode method) {
    return Stream.of(method.instructions.toArray()).filter(InvokeDynamicInsnNode.class::isInstance)
        .map(InvokeDynamicInsnNode.class::cast).toList();
  }

  /** The calls that can be written as loops whose bodies call concurrent methods, but for those {@code seen}. */
  private List<Loop> find(Set<AbstractInsnNode> seen) {
    joins.clear();
    for (AbstractInsnNode insn : method.instructions) {
      joins.addAll(JumpTargets.of(insn));
    }
    return functions(method).stream().filter(function -> !seen.contains(function)).map(this::loop)
        .filter(Objects::nonNull).toList();
  }

  private Loop loop(InvokeDynamicInsnNode function) {
    AbstractInsnNode next = function.getNext();
    while (next != null && next.getOpcode() < 0 && !joins.contains(next)) {
      next = next.getNext();
    }
    boolean lambda = function.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && function.bsm.getName().equals("metafactory");
    if (!lambda || !(next instanceof MethodInsnNode call)) {
      return null;
    }
    MethodInsnNode range = range(function);
    Form form = form(call, range != null);
    if (form == null) {
      return null;
    }
    Handle code = (Handle) function.bsmArgs[1];
    MethodNode body = body(code);
    Loop loop = new Loop(form, function, call, body, form == Form.RANGE ? range : null, SourceChanges.ANY);
    boolean calls = callsConcurrent(code, new HashSet<>());
    return calls && code.getTag() != Opcodes.H_NEWINVOKESPECIAL && fits(loop) && (body == null || canStand(loop)) ? loop
        : null;
  }

  private Form form(MethodInsnNode call, boolean range) {
    boolean library = call.owner.startsWith("java/util/") && !call.owner.startsWith("java/util/stream/");
    return switch (call.name + call.desc) {
      case "forEach(Ljava/util/function/Consumer;)V" -> library || isIterable(call.owner) ? Form.ITERABLE : null;
      case "forEach(Ljava/util/function/BiConsumer;)V" -> library && call.owner.endsWith("Map") ? Form.MAP : null;
      case "setAll([Ljava/lang/Object;Ljava/util/function/IntFunction;)V",
          "setAll([ILjava/util/function/IntUnaryOperator;)V", "setAll([JLjava/util/function/IntToLongFunction;)V",
          "setAll([DLjava/util/function/IntToDoubleFunction;)V" -> call.owner.equals("java/util/Arrays") ? Form.ARRAY
          : null;
      case "replaceAll(Ljava/util/function/UnaryOperator;)V" -> library && call.owner.endsWith("List") ? Form.LIST
          : null;
      case "forEach(Ljava/util/function/IntConsumer;)V", "forEachOrdered(Ljava/util/function/IntConsumer;)V" ->
          range && call.owner.equals("java/util/stream/IntStream") ? Form.RANGE : null;
      default -> null;
    };
  }

  private boolean isIterable(String type) {
    ClassNode header = type == null || type.startsWith("[") ? null : classes.header(type);
    return header != null && (type.equals("java/lang/Iterable") || isIterable(header.superName)
        || header.interfaces.stream().anyMatch(this::isIterable));
  }

  /** The call of {@code IntStream.range} whose result lies below what the function captures, or {@code null}. */
  private MethodInsnNode range(InvokeDynamicInsnNode function) {
    AbstractInsnNode at = function.getPrevious();
    while (at != null && !joins.contains(at) && (at.getOpcode() < 0
        || at.getOpcode() >= Opcodes.ILOAD && at.getOpcode() <= Opcodes.ALOAD)) {
      at = at.getPrevious();
    }
    return at instanceof MethodInsnNode call && call.owner.equals("java/util/stream/IntStream")
        && (call.name.equals("range") || call.name.equals("rangeClosed")) ? call : null;
  }

  /** The body of a lambda expression of this class, or {@code null}. */
  private MethodNode body(Handle code) {
    return owner.methods.stream().filter(method -> code.getOwner().equals(owner.name)
        && (method.access & Opcodes.ACC_SYNTHETIC) != 0 && method.name.equals(code.getName())
        && method.desc.equals(code.getDesc())).findFirst().orElse(null);
  }

  /** Whether the code calls a concurrent method, or makes functions that do. */
  private boolean callsConcurrent(Handle code, Set<Handle> seen) {
    if (!seen.add(code)) {
      return false;
    }
    if (concurrent.test(
        new MethodInsnNode(Opcodes.INVOKESTATIC, code.getOwner(), code.getName(), code.getDesc(), false))) {
      return true;
    }
    MethodNode body = body(code);
    for (AbstractInsnNode insn : body == null ? new AbstractInsnNode[0] : body.instructions.toArray()) {
      boolean calls = insn instanceof MethodInsnNode call && concurrent.test(call)
          || insn instanceof InvokeDynamicInsnNode made && Stream.of(made.bsmArgs).anyMatch(argument ->
              argument instanceof Handle handle && callsConcurrent(handle, seen));
      if (calls) {
        return true;
      }
    }
    return false;
  }

  /** Whether the code takes and returns what the function does, but for casts and unboxing. */
  private static boolean fits(Loop loop) {
    Type[] operands = loop.operands();
    Type[] given = loop.type().getArgumentTypes();
    int captured = Type.getArgumentTypes(loop.function().desc).length;
    if (operands.length != captured + given.length) {
      return false;
    }
    for (int i = 0; i < given.length; i++) {
      Type needed = operands[captured + i];
      if (!(isReference(needed) ? isReference(given[i]) : needed.equals(given[i])
          || needed.equals(unboxed(given[i])))) {
        return false;
      }
    }
    Type result = Type.getReturnType(loop.code().getDesc());
    Type wanted = loop.type().getReturnType();
    return wanted == Type.VOID_TYPE || (isReference(wanted) ? isReference(result) : result.equals(wanted));
  }

  /** Whether its body may stand in this method: it is not too large, and does not change what it captured. */
  private boolean canStand(Loop loop) {
    int captured = 0;
    for (Type type : Type.getArgumentTypes(loop.function().desc)) {
      captured += type.getSize();
    }
    boolean counts = loop.form() == Form.ARRAY || loop.form() == Form.LIST || loop.form() == Form.RANGE;
    int constant = captured + (counts && loop.form() != Form.LIST ? 1 : 0);
    for (AbstractInsnNode insn : loop.body().instructions) {
      int assigned = CountedLoop.assigned(insn);
      if (assigned >= 0 && assigned < constant || insn.getOpcode() == Opcodes.JSR) {
        return false;
      }
    }
    return method.instructions.size() + loop.body().instructions.size() <= LARGEST;
  }

  static boolean isReference(Type type) {
    return Kind.of(type) == Kind.REF;
  }

  /** The primitive type whose boxes these are, or {@code null}. */
  static Type unboxed(Type box) {
    return switch (box.getInternalName()) {
      case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
      case "java/lang/Byte" -> Type.BYTE_TYPE;
      case "java/lang/Short" -> Type.SHORT_TYPE;
      case "java/lang/Character" -> Type.CHAR_TYPE;
      case "java/lang/Integer" -> Type.INT_TYPE;
      case "java/lang/Long" -> Type.LONG_TYPE;
      case "java/lang/Float" -> Type.FLOAT_TYPE;
      case "java/lang/Double" -> Type.DOUBLE_TYPE;
      default -> null;
    };
  }
}
