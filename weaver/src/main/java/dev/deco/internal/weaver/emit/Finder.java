package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.flow.Index;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan.Key;
import dev.deco.internal.weaver.flow.MethodPlan.Ordered;
import dev.deco.internal.weaver.flow.Place;
import dev.deco.internal.weaver.flow.Section;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes code that finds an object through fields, and which part of it is meant, and tells the scope that it is in
 * flight, or asks whether it is.
 */
final class Finder {
  /** What the runtime takes for a number that is not known. */
  private static final long UNKNOWN = Long.MIN_VALUE;
  // The runtime's modes of an access.
  private static final int WRITE = 1;
  private static final int PART = 2;
  private static final int CONTENT = 4;

  private final InsnList code;
  private final MethodContext context;
  private final int scope;
  private final IntUnaryOperator operands;
  private final IntUnaryOperator free;

  /** {@code operands}: the local variable of each operand; {@code free}: takes so many free slots. */
  Finder(InsnList code, MethodContext context, int scope, IntUnaryOperator operands, IntUnaryOperator free) {
    this.code = code;
    this.context = context;
    this.scope = scope;
    this.operands = operands;
    this.free = free;
  }

  void touch(Place at, Key key) {
    if (at.isFar()) {
      tellFar(at, key, key.content() ? "touchReachedContent" : "touchReached");
      return;
    }
    tell(at, key, key.content() ? "touchContent" : "touch", key.content() ? "touchPart" : "touchSection",
        "touchElements", "touchRows");
  }

  /** {@code held}: the object will be in flight itself, in the row that is about to be stored. */
  void guard(Place at, Key key, boolean held) {
    if (at.isFar()) {
      tellFar(at, key, "syncIf" + (held ? "Held" : "") + (key.content() ? "ReachedContentInFlight" : "ReachedInFlight"));
      return;
    }
    tell(at, key, key.content() ? "syncIfContentInFlight" : "syncIfInFlight",
        key.content() ? "syncIfPartInFlight" : "syncIfSectionInFlight",
        held ? "syncIfHeldElementInFlight" : "syncIfElementInFlight", "syncIfRowInFlight");
  }

  /** Tells the scope what the task of the row in a batch, a local variable, touches. */
  void order(Ordered ordered, int batch) {
    Place at = ordered.at();
    int mode = (ordered.write() ? WRITE : 0) | (ordered.part() ? PART : 0) | (ordered.content() ? CONTENT : 0);
    if (at == null) {
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(new VarInsnNode(Opcodes.ALOAD, batch));
      say(ordered, mode);
      code.add(Runtime.activation("orderAnything", "(" + Runtime.BATCH_TYPE + "IILjava/lang/String;)V"));
      return;
    }
    int[] rows = at.elements() ? bounds(at.rows()) : null;
    int[] section = at.elements() || at.section() != null ? bounds(at.section()) : null;
    LabelNode none = new LabelNode();
    LabelNode done = new LabelNode();
    int object = free.applyAsInt(1);
    boolean walked = walk(at.operand(), at.near(), none);
    code.add(new VarInsnNode(Opcodes.ASTORE, object));
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new VarInsnNode(Opcodes.ALOAD, batch));
    code.add(new VarInsnNode(Opcodes.ALOAD, object));
    say(ordered, mode);
    load(rows);
    load(section);
    code.add(Runtime.activation(rows != null ? "orderRows" : section != null ? "orderSection" : "order",
        "(" + Runtime.BATCH_TYPE + "Ljava/lang/Object;IILjava/lang/String;" + (rows != null ? "JJ" : "")
            + (section != null ? "JJ" : "") + ")V"));
    leave(walked, none, done, new InsnNode(Opcodes.POP));
  }

  private void say(Ordered ordered, int mode) {
    Values.push(code, ordered.key());
    Values.push(code, mode);
    code.add(new LdcInsnNode(ordered.name()));
  }

  private void tell(Place at, Key key, String one, String section, String elements, String rows) {
    boolean part = at.rows() != null || at.section() != null;
    int[] bounds = at.rows() != null || part && at.elements() ? bounds(at.rows()) : null;
    int[] sectionBounds = part ? bounds(at.section()) : null;
    String name = bounds != null ? rows : sectionBounds != null ? section : at.elements() ? elements : one;
    tell(at, key, name, (bounds != null ? "JJ" : "") + (sectionBounds != null ? "JJ" : ""), () -> {
      load(bounds);
      load(sectionBounds);
    });
  }

  private void tellFar(Place at, Key key, String name) {
    tell(at, key, name, Runtime.REACH_TYPE, () -> code.add(Runtime.reach(at.far())));
  }

  /** {@code more}: loads what the scope is told beside the object and the key, of these types. */
  private void tell(Place at, Key key, String name, String types, Runnable more) {
    LabelNode none = new LabelNode();
    LabelNode done = new LabelNode();
    boolean walked = walk(at.operand(), at.near(), none);
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new InsnNode(Opcodes.SWAP));
    Values.push(code, key.number());
    more.run();
    code.add(Runtime.activation(name, "(Ljava/lang/Object;I" + types + ")V"));
    leave(walked, none, done, new InsnNode(Opcodes.POP));
  }

  /** Finds an object; a null, or another subtype, on the way leads to {@code none} with something on the stack. */
  private boolean walk(int operand, List<Location> steps, LabelNode none) {
    boolean walked = false;
    if (operand != Place.STATIC) {
      code.add(new VarInsnNode(Opcodes.ALOAD, operands.applyAsInt(operand)));
    }
    for (Location step : steps) {
      if (step instanceof Location.Static field) {
        code.add(new FieldInsnNode(Opcodes.GETSTATIC, field.owner(), field.name(),
            context.descriptor(field.owner(), field.name())));
      } else if (step instanceof Location.Field field) {
        walked = true;
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new TypeInsnNode(Opcodes.INSTANCEOF, field.owner()));
        code.add(new JumpInsnNode(Opcodes.IFEQ, none));
        code.add(new TypeInsnNode(Opcodes.CHECKCAST, field.owner()));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, field.owner(), field.name(),
            context.descriptor(field.owner(), field.name())));
      }
    }
    return walked;
  }

  private void leave(boolean walked, LabelNode none, LabelNode done, InsnNode... otherwise) {
    if (walked) {
      code.add(new JumpInsnNode(Opcodes.GOTO, done));
      code.add(none);
      for (InsnNode insn : otherwise) {
        code.add(insn);
      }
      code.add(done);
    }
  }

  private int[] bounds(Section section) {
    int first = free.applyAsInt(2);
    int last = free.applyAsInt(2);
    push(section == null ? null : section.first());
    code.add(new VarInsnNode(Opcodes.LSTORE, first));
    push(section == null ? null : section.last());
    code.add(new VarInsnNode(Opcodes.LSTORE, last));
    return new int[] {first, last};
  }

  private void load(int[] bounds) {
    if (bounds != null) {
      code.add(new VarInsnNode(Opcodes.LLOAD, bounds[0]));
      code.add(new VarInsnNode(Opcodes.LLOAD, bounds[1]));
    }
  }

  private void push(Index index) {
    if (index == null) {
      code.add(new LdcInsnNode(UNKNOWN));
    } else if (index instanceof Index.Constant constant) {
      code.add(new LdcInsnNode((long) constant.value()));
    } else if (index instanceof Index.Operand operand) {
      code.add(new VarInsnNode(Opcodes.ILOAD, operands.applyAsInt(operand.number())));
      code.add(new InsnNode(Opcodes.I2L));
    } else if (index instanceof Index.Operation operation) {
      push(operation.left());
      push(operation.right());
      code.add(Runtime.index(operation.operator().method));
    } else if (index instanceof Index.Found found) {
      found(found);
    }
  }

  private void found(Index.Found found) {
    int slot = free.applyAsInt(2);
    code.add(new LdcInsnNode(UNKNOWN));
    code.add(new VarInsnNode(Opcodes.LSTORE, slot));
    LabelNode none = new LabelNode();
    LabelNode done = new LabelNode();
    boolean walked = walk(found.operand(), found.steps(), none);
    if (found.length()) {
      code.add(Runtime.length());
    } else {
      code.add(new InsnNode(Opcodes.I2L));
    }
    code.add(new VarInsnNode(Opcodes.LSTORE, slot));
    leave(walked, none, done, new InsnNode(Opcodes.POP));
    code.add(new VarInsnNode(Opcodes.LLOAD, slot));
  }
}
