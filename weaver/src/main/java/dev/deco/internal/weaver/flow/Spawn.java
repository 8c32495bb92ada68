package dev.deco.internal.weaver.flow;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** A call of a concurrent method inside a synchronized method, and what becomes of it. */
public final class Spawn {
  /** What the woven code does at the call. */
  public enum Mode {
    /** The call and the statement that takes its result become one row of a batch. */
    STATEMENT,
    /** The call becomes a task of its own; its result is needed by later code, in two locals: task and plain value. */
    PAIR,
    /** The call and the arithmetic on its result become a task of its own, kept beside a local variable. */
    LOCAL,
    /** The call stays a call. */
    IN_PLACE
  }

  private final int index;
  private final MethodInsnNode call;
  private final int line;
  private Mode mode;
  private String why;

  Spawn(int index, MethodInsnNode call, int line) {
    this.index = index;
    this.call = call;
    this.line = line;
  }

  /** Index of the call in the method's instructions. */
  public int index() {
    return index;
  }

  public MethodInsnNode call() {
    return call;
  }

  public int line() {
    return line;
  }

  public Mode mode() {
    return mode;
  }

  /** Why this mode, as a reader is told. */
  public String why() {
    return why;
  }

  public Type resultType() {
    return Type.getReturnType(call.desc);
  }

  /** {@code Main.f}, for messages. */
  public String name() {
    return call.owner.substring(call.owner.lastIndexOf('/') + 1).replace('$', '.') + "." + call.name;
  }

  void decide(Mode mode, String why) {
    this.mode = mode;
    this.why = why;
  }
}
