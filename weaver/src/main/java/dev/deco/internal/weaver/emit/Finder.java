package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan.Key;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes code that finds an object through fields and tells the scope that it is in flight, or asks whether it is. */
final class Finder {
  private final InsnList code;
  private final MethodContext context;
  private final int scope;

  Finder(InsnList code, MethodContext context, int scope) {
    this.code = code;
    this.context = context;
    this.scope = scope;
  }

  void touch(int object, List<Location> steps, Key key) {
    tell(object, steps, key, key.content() ? "touchContent" : "touch", "touchElements");
  }

  /** {@code held}: the object will be in flight itself, in the row that is about to be stored. */
  void guard(int object, List<Location> steps, Key key, boolean held) {
    tell(object, steps, key, key.content() ? "syncIfContentInFlight" : "syncIfInFlight", held ? "syncIfHeldElementInFlight" : "syncIfElementInFlight");
  }

  /** On the object in local variable {@code object}; a null, or another subtype, on the way ends the search. */
  private void tell(int object, List<Location> steps, Key key, String one, String elements) {
    LabelNode none = new LabelNode();
    LabelNode done = new LabelNode();
    code.add(new VarInsnNode(Opcodes.ALOAD, object));
    boolean all = false;
    boolean walked = false;
    for (Location step : steps) {
      if (step instanceof Location.Field field) {
        walked = true;
        String descriptor = context.descriptor(field);
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new TypeInsnNode(Opcodes.INSTANCEOF, field.owner()));
        code.add(new JumpInsnNode(Opcodes.IFEQ, none));
        code.add(new TypeInsnNode(Opcodes.CHECKCAST, field.owner()));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, field.owner(), field.name(), descriptor));
      } else {
        all = true;
      }
    }
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new InsnNode(Opcodes.SWAP));
    Values.push(code, key.number());
    code.add(Runtime.activation(all ? elements : one, "(Ljava/lang/Object;I)V"));
    if (walked) {
      code.add(new JumpInsnNode(Opcodes.GOTO, done));
      code.add(none);
      code.add(new InsnNode(Opcodes.POP));
      code.add(done);
    }
  }
}
