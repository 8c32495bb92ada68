package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.RangedLoop;
import dev.deco.internal.weaver.flow.Term;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the method that stores a range of rows, if the scope allows it and none would meet what is in flight. */
final class RangeStorage {
  private final RangeMethods ranges;
  private final RowMethods methods;
  private final RangedLoop loop;

  RangeStorage(RangeMethods ranges) {
    this.ranges = ranges;
    methods = ranges.methods;
    loop = ranges.loop;
  }

  /** The method. */
  MethodNode method() {
    MethodNode method = methods.method("range", ranges.descriptor());
    InsnList code = method.instructions;
    TermCode body = new TermCode(code, 2);
    int counter = 0;
    ranges.locals.forEach((local, kind) -> body.known.put(new Term.Invariant(local, kind), body.take(kind.size)));
    int firstCell = body.take(ranges.cells.size());
    int scope = body.take(1);
    int rows = body.take(1);
    int batch = body.take(1);
    LabelNode none = new LabelNode();
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(methods.invokeSite());
    code.add(new VarInsnNode(Opcodes.ILOAD, counter));
    code.add(new VarInsnNode(Opcodes.ILOAD, 1));
    Values.push(code, loop.counted().step());
    code.add(Runtime.activation("range", "(" + Runtime.SITE_TYPE + "III)I"));
    code.add(new InsnNode(Opcodes.DUP));
    body.store(Kind.INT, rows);
    code.add(new JumpInsnNode(Opcodes.IFLE, none));
    body.known.put(new Term.Counter(), counter);
    ask(method, body, scope, rows, none);
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(methods.invokeSite());
    code.add(new VarInsnNode(Opcodes.ILOAD, rows));
    code.add(Runtime.activation("openRange", "(" + Runtime.SITE_TYPE + "I)" + Runtime.BATCH_TYPE));
    code.add(new VarInsnNode(Opcodes.ASTORE, batch));
    fill(method, body, batch, rows, counter, firstCell);
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new VarInsnNode(Opcodes.ALOAD, batch));
    code.add(new VarInsnNode(Opcodes.ILOAD, rows));
    code.add(Runtime.activation("storedRange", "(" + Runtime.BATCH_TYPE + "I)V"));
    code.add(new VarInsnNode(Opcodes.ILOAD, counter));
    code.add(new VarInsnNode(Opcodes.ILOAD, rows));
    body.times(loop.counted().step());
    code.add(new InsnNode(Opcodes.IADD));
    code.add(new InsnNode(Opcodes.IRETURN));
    code.add(none);
    code.add(new VarInsnNode(Opcodes.ILOAD, counter));
    code.add(new InsnNode(Opcodes.IRETURN));
    return method;
  }

  /** Asks whether some of the rows would meet what is in flight, and notes what they hold. */
  private void ask(MethodNode method, TermCode body, int scope, int rows, LabelNode none) {
    if (loop.touches().isEmpty() && loop.asked().isEmpty()) {
      return;
    }
    InsnList code = body.code;
    int last = body.take(1);
    code.add(new VarInsnNode(Opcodes.ILOAD, 0));
    code.add(new VarInsnNode(Opcodes.ILOAD, rows));
    code.add(new InsnNode(Opcodes.ICONST_1));
    code.add(new InsnNode(Opcodes.ISUB));
    body.times(loop.counted().step());
    code.add(new InsnNode(Opcodes.IADD));
    body.store(Kind.INT, last);
    int[] slots = new int[loop.operands().size()];
    for (int k = 0; k < slots.length; k++) {
      Kind kind = loop.operands().get(k).term().kind();
      slots[k] = body.take(kind.size);
      code.add(Values.zero(kind));
      body.store(kind, slots[k]);
    }
    LabelNode begin = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode asks = new LabelNode();
    LabelNode thrown = new LabelNode();
    code.add(begin);
    for (int k = 0; k < slots.length; k++) {
      RangedLoop.Operand operand = loop.operands().get(k);
      body.known.put(new Term.Counter(), operand.last() ? last : 0);
      body.push(operand.term());
      body.store(operand.term().kind(), slots[k]);
      if (operand.last()) {
        equalSteps(body, operand.term(), slots, k, rows, none);
      }
    }
    body.known.put(new Term.Counter(), 0);
    if (slots.length > 0) {
      code.add(end);
      code.add(new JumpInsnNode(Opcodes.GOTO, asks));
      code.add(thrown); // the round itself will throw it
      code.add(new InsnNode(Opcodes.POP));
      code.add(new JumpInsnNode(Opcodes.GOTO, none));
      code.add(asks);
      method.tryCatchBlocks.add(new TryCatchBlockNode(begin, end, thrown, null));
    }
    Finder finder = new Finder(code, ranges.row.context(), scope, number -> slots[number], body::take);
    if (!loop.asked().isEmpty()) {
      tell(code, scope, "asks");
      loop.asked().forEach(guard -> finder.guard(guard.at(), guard.key(), false));
      if (!loop.askedAgain().isEmpty()) {
        tell(code, scope, "supposes");
        loop.touches().forEach(touch -> finder.touch(touch.at(), touch.key()));
        loop.askedAgain().forEach(guard -> finder.guard(guard.at(), guard.key(), false));
      }
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(methods.invokeSite());
      code.add(Runtime.activation("isFree", "(" + Runtime.SITE_TYPE + ")Z"));
      code.add(new JumpInsnNode(Opcodes.IFEQ, none));
    }
    loop.touches().forEach(touch -> finder.touch(touch.at(), touch.key()));
  }

  private static void tell(InsnList code, int scope, String what) {
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(Runtime.activation(what, "()V"));
  }

  /** Goes to {@code none} unless the term moves, and from its first to its last value without wrapping around. */
  private void equalSteps(TermCode body, Term term, int[] slots, int k, int rows, LabelNode none) {
    InsnList code = body.code;
    int next = body.take(1);
    code.add(new VarInsnNode(Opcodes.ILOAD, 0));
    Values.push(code, loop.counted().step());
    code.add(new InsnNode(Opcodes.IADD));
    body.store(Kind.INT, next);
    body.known.put(new Term.Counter(), next);
    code.add(new VarInsnNode(Opcodes.ILOAD, slots[loop.operands().indexOf(new RangedLoop.Operand(term, false))]));
    body.push(term);
    code.add(new VarInsnNode(Opcodes.ILOAD, slots[k]));
    code.add(new VarInsnNode(Opcodes.ILOAD, rows));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Runtime.INDEXES, "areEqualSteps", "(IIII)Z", false));
    code.add(new JumpInsnNode(Opcodes.IFEQ, none));
  }

  /** Writes the head, and for each row what the scope looks up; if that throws, the rows end there. */
  private void fill(MethodNode method, TermCode body, int batch, int rows, int counter, int firstCell) {
    InsnList code = body.code;
    int longs = body.columns(batch);
    int refs = longs + 1;
    int at = body.take(1);
    int value = body.take(1);
    code.add(new InsnNode(Opcodes.ICONST_0));
    body.store(Kind.INT, at);
    LabelNode begin = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode thrown = new LabelNode();
    LabelNode filled = new LabelNode();
    code.add(begin);
    storeNumber(body, longs, 0, Kind.INT, () -> code.add(new VarInsnNode(Opcodes.ILOAD, counter)));
    int nextRef = 0;
    for (int k = 0; k < ranges.cells.size(); k++) {
      int cell = firstCell + k;
      storeRef(body, refs, nextRef++, () -> code.add(new VarInsnNode(Opcodes.ALOAD, cell)));
    }
    int nextLong = 1;
    for (Term term : ranges.head) {
      if (term.kind() == Kind.REF) {
        storeRef(body, refs, nextRef++, () -> body.push(term));
      } else {
        storeNumber(body, longs, nextLong++, term.kind(), () -> body.push(term));
      }
    }
    if (!ranges.stored.isEmpty() || !loop.checks().isEmpty()) {
      LabelNode next = new LabelNode();
      code.add(next);
      code.add(new VarInsnNode(Opcodes.ILOAD, at));
      code.add(new VarInsnNode(Opcodes.ILOAD, rows));
      code.add(new JumpInsnNode(Opcodes.IF_ICMPGE, filled));
      ranges.count(body, counter, at, value);
      body.known.put(new Term.Counter(), value);
      int number = 0;
      int reference = 0;
      for (int k : ranges.stored) {
        Kind kind = ranges.columns.get(k).kind();
        boolean ref = kind == Kind.REF;
        body.address(ref ? refs : longs, at, ref ? nextRef : nextLong, ref ? ranges.rowRefs() : ranges.rowLongs(),
            ref ? reference++ : number++);
        body.push(loop.leaves().get(k));
        Values.toBits(code, kind);
        code.add(new InsnNode(ref ? Opcodes.AASTORE : Opcodes.LASTORE));
      }
      for (Term check : loop.checks()) {
        body.push(check);
        code.add(new InsnNode(check.kind().size == 2 ? Opcodes.POP2 : Opcodes.POP));
      }
      code.add(new IincInsnNode(at, 1));
      code.add(new JumpInsnNode(Opcodes.GOTO, next));
    }
    code.add(end);
    code.add(new JumpInsnNode(Opcodes.GOTO, filled));
    code.add(thrown); // the round itself will throw it
    code.add(new InsnNode(Opcodes.POP));
    code.add(new VarInsnNode(Opcodes.ILOAD, at));
    body.store(Kind.INT, rows);
    code.add(filled);
    method.tryCatchBlocks.add(new TryCatchBlockNode(begin, end, thrown, null));
  }

  private static void storeNumber(TermCode body, int longs, int column, Kind kind, Runnable push) {
    body.code.add(new VarInsnNode(Opcodes.ALOAD, longs));
    Values.push(body.code, column);
    push.run();
    Values.toBits(body.code, kind);
    body.code.add(new InsnNode(Opcodes.LASTORE));
  }

  private static void storeRef(TermCode body, int refs, int column, Runnable push) {
    body.code.add(new VarInsnNode(Opcodes.ALOAD, refs));
    Values.push(body.code, column);
    push.run();
    body.code.add(new InsnNode(Opcodes.AASTORE));
  }
}
