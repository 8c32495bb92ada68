package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Of which class the object in a final field is, where the code of the field's class tells: all that it stores there is
 * made by {@code new} of one and the same class. No other class can store into a final field (JVMS 6.5, putfield).
 * Of the platform's classes, collections only: others may be made of objects whose code they run.
 *
 * <p><b>Concurrency:</b> not thread-safe; {@link Effects} guards it.
 */
final class FinalFields {
  private static final int MOST_INSTRUCTIONS = 3_000;

  private final Classes classes;
  private final Map<String, Map<String, Made>> known = new HashMap<>(); // by class and field

  FinalFields(Classes classes) {
    this.classes = classes;
  }

  /** What is known of the field's object: its exact class or nothing. */
  Made of(String owner, String field) {
    ClassNode node = Classes.isLibrary(owner) ? null : classes.find(owner);
    if (node == null) {
      return Made.UNKNOWN;
    }
    Map<String, Made> fields = known.get(owner);
    if (fields == null) {
      fields = read(node);
      known.put(owner, fields);
    }
    return fields.getOrDefault(field, Made.UNKNOWN);
  }

  private Map<String, Made> read(ClassNode owner) {
    Map<String, Made> found = new HashMap<>();
    for (MethodNode method : owner.methods) {
      boolean any = false;
      for (AbstractInsnNode instruction : method.instructions) {
        any |= isStore(owner, instruction);
      }
      if (any) {
        Frame<SourceValue>[] frames = frames(owner, method);
        for (int i = 0; i < method.instructions.size(); i++) {
          if (isStore(owner, method.instructions.get(i)) && (frames == null || frames[i] != null)) {
            Made stored = frames == null ? Made.UNKNOWN : made(frames[i].getStack(frames[i].getStackSize() - 1));
            found.merge(((FieldInsnNode) method.instructions.get(i)).name, stored, Made::join);
          }
        }
      }
    }
    return found;
  }

  private static boolean isStore(ClassNode owner, AbstractInsnNode instruction) {
    boolean store = instruction.getOpcode() == Opcodes.PUTFIELD || instruction.getOpcode() == Opcodes.PUTSTATIC;
    return store && ((FieldInsnNode) instruction).owner.equals(owner.name)
        && isFinal(owner, (FieldInsnNode) instruction);
  }

  /** Whether it is of the only field of that name, and that is final: obfuscators give one name to several. */
  private static boolean isFinal(ClassNode owner, FieldInsnNode store) {
    int same = 0;
    boolean isFinal = false;
    for (FieldNode field : owner.fields) {
      if (field.name.equals(store.name)) {
        same++;
        isFinal = Classes.is(field.access, Opcodes.ACC_FINAL) && field.desc.startsWith("L");
      }
    }
    return isFinal && same == 1;
  }

  private static Frame<SourceValue>[] frames(ClassNode owner, MethodNode method) {
    if (method.instructions.size() > MOST_INSTRUCTIONS) {
      return null;
    }
    try {
      return new Analyzer<>(new SourceInterpreter()).analyze(owner.name, method);
    } catch (AnalyzerException | RuntimeException broken) {
      return null;
    }
  }

  private Made made(SourceValue value) {
    Made all = null;
    for (AbstractInsnNode last : value.insns) {
      boolean copied = last.getOpcode() == Opcodes.DUP && last.getPrevious() != null; // for its constructor
      AbstractInsnNode source = copied ? last.getPrevious() : last;
      if (source.getOpcode() != Opcodes.ACONST_NULL) {
        Made one = source.getOpcode() == Opcodes.NEW ? ofClass(((TypeInsnNode) source).desc) : Made.UNKNOWN;
        all = all == null ? one : all.join(one);
      }
    }
    return all == null ? Made.UNKNOWN : all;
  }

  private Made ofClass(String type) {
    boolean tells = !Classes.isLibrary(type) || type.startsWith("java/util/")
        && (classes.subtype(type, "java/util/Collection") || classes.subtype(type, "java/util/Map"));
    return tells ? new Made(type, Set.of()) : Made.UNKNOWN;
  }
}
