package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.StreamCall;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The names of the runtime's classes and members that woven code uses, in one place. */
final class Runtime {
  private static final String PACKAGE = "dev/deco/internal/runtime/";
  static final String ACTIVATION = PACKAGE + "Activation";
  static final String BATCH = PACKAGE + "Batch";
  static final String TASK = PACKAGE + "Task";
  static final String CELL = PACKAGE + "Cell";
  static final String SITE = PACKAGE + "Site";
  static final String INDEXES = PACKAGE + "Indexes";
  static final String ACTIVATION_TYPE = "L" + ACTIVATION + ";";
  static final String BATCH_TYPE = "L" + BATCH + ";";
  static final String TASK_TYPE = "L" + TASK + ";";
  static final String CELL_TYPE = "L" + CELL + ";";
  static final String SITE_TYPE = "L" + SITE + ";";
  static final String HANDLE = "java/lang/invoke/MethodHandle";
  static final String HANDLE_TYPE = "L" + HANDLE + ";";
  static final String BATCH_CODE = "(" + BATCH_TYPE + "II)V";

  static final int CALL = 0;
  static final int STATEMENT = 1;
  static final int DEFERRED = 2;
  static final int DEPENDENT = 4;
  static final int PRINTS = 8;
  static final int VIEWS = 16;
  static final int GROUPS = 128;
  static final int ORDERED = 64;
  static final int REPEATABLE = 32;
  static final int TRUSTED = 256;

  static final Handle LINK = link(SITE,
      "IIILjava/lang/String;Ljava/lang/String;I[Ljava/lang/invoke/MethodHandle;");

  static final Handle LINK_RANGED = link(SITE, "linkRanged",
      "IIILjava/lang/String;Ljava/lang/String;IIIII[Ljava/lang/invoke/MethodHandle;");

  static final String RECURSION = PACKAGE + "Recursion";
  static final Handle LINK_RECURSION = link(RECURSION, "");
  static final Handle LINK_WOVEN = link(RECURSION, "linkWoven", "Ljava/lang/invoke/MethodHandle;");

  private static final String STREAM_TASKS = PACKAGE + "StreamTasks";
  private static final Handle LINK_STREAM = link(STREAM_TASKS, "Ljava/lang/String;Ljava/lang/String;II");
  private static final int DISTINCT = 1;
  private static final int CONTENT = 2;
  private static final String REACH = PACKAGE + "Reach";
  static final String REACH_TYPE = "L" + REACH + ";";
  private static final Handle LINK_REACH = link(REACH, "Ljava/lang/String;");

  private Runtime() {}

  /** The bootstrap method of a class of the runtime's, which takes constants of these types. */
  static Handle link(String owner, String types) {
    return link(owner, "link", types);
  }

  private static Handle link(String owner, String name, String types) {
    return new Handle(Opcodes.H_INVOKESTATIC, owner, name,
        "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;" + types
            + ")Ljava/lang/invoke/CallSite;", false);
  }

  /** In place of the call of a stream: the same with tasks. */
  static InsnList stream(StreamCall stream, String file, int line) {
    MethodInsnNode call = stream.call();
    boolean ofStream = call.owner.startsWith("java/util/stream/");
    InsnList code = new InsnList();
    code.add(new InvokeDynamicInsnNode("site", "()" + SITE_TYPE, LINK_STREAM, stream.name(),
        file == null ? "unknown source" : file, line, (stream.prints() ? PRINTS : 0) | (stream.trusted() ? TRUSTED : 0)));
    Values.push(code, (stream.distinct() ? DISTINCT : 0) | (stream.content() ? CONTENT : 0));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, STREAM_TASKS, call.name,
        "(L" + (ofStream ? call.owner : "java/lang/Iterable") + ";" + call.desc.substring(1, call.desc.indexOf(')'))
            + SITE_TYPE + "I" + call.desc.substring(call.desc.indexOf(')')), false));
    return code;
  }

  /** The way that the runtime walks from an object to others. */
  static InvokeDynamicInsnNode reach(String path) {
    return new InvokeDynamicInsnNode("reach", "()" + REACH_TYPE, LINK_REACH, path);
  }

  static MethodInsnNode activation(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, ACTIVATION, name, descriptor, false);
  }

  static MethodInsnNode enter() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, ACTIVATION, "enter", "()" + ACTIVATION_TYPE, false);
  }

  /** Arithmetic of indexes: (long, long) to long. */
  static MethodInsnNode index(String name) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, INDEXES, name, "(JJ)J", false);
  }

  /** The length of an array, or of none. */
  static MethodInsnNode length() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, INDEXES, "length", "(Ljava/lang/Object;)J", false);
  }

  static MethodInsnNode sync() {
    return activation("sync", "()V");
  }

  /** {@code Task.force} or {@code Task.value}: (task, plain) to the value. */
  static MethodInsnNode task(String name, Kind kind) {
    String type = kind.type.getDescriptor();
    return new MethodInsnNode(Opcodes.INVOKESTATIC, TASK, name, "(" + TASK_TYPE + type + ")" + type, false);
  }

  static MethodInsnNode cell(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, CELL, name, descriptor, false);
  }

  static FieldInsnNode longs() {
    return new FieldInsnNode(Opcodes.GETFIELD, BATCH, "longs", "[J");
  }

  static FieldInsnNode refs() {
    return new FieldInsnNode(Opcodes.GETFIELD, BATCH, "refs", "[Ljava/lang/Object;");
  }

  static FieldInsnNode rows() {
    return new FieldInsnNode(Opcodes.GETFIELD, BATCH, "rows", "I");
  }
}
