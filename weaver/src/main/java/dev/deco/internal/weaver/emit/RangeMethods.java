package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.emit.Row.Column;
import dev.deco.internal.weaver.emit.Row.Source;
import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.RangedLoop;
import dev.deco.internal.weaver.flow.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the methods of rows that are stored a whole range of a loop at a time: the storing, the run and the replay.
 *
 * <p>Such a batch begins with a head: the counter's first value, and what is the same in each row. A row then holds only
 * what the scope had to look up for it, and its result; the rest is computed again from the counter, where it is needed.
 */
final class RangeMethods {
  private final RowMethods methods;
  private final Row row;
  private final RangedLoop loop;
  private final List<Column> columns;
  private final List<Integer> cells = new ArrayList<>();          // columns that the woven method passes
  private final Map<Integer, Kind> locals = new LinkedHashMap<>(); // local variables that it passes
  private final List<Term> head = new ArrayList<>();               // terms that are the same in each row
  private final List<Integer> stored = new ArrayList<>();          // columns that the scope looks up

  RangeMethods(RowMethods methods, Row row, RangedLoop loop) {
    this.methods = methods;
    this.row = row;
    this.loop = loop;
    columns = row.columns();
    for (int k = 0; k < columns.size(); k++) {
      if (columns.get(k).cell()) {
        cells.add(k);
        continue;
      }
      Term term = loop.leaves().get(k);
      addLocals(term);
      if (term.isQuiet()) {
        addInvariants(term);
      } else if (!term.varies()) {
        addToHead(term);
      } else {
        stored.add(k);
      }
    }
    loop.operands().forEach(operand -> addLocals(operand.term()));
  }

  private void addLocals(Term term) {
    term.any(part -> {
      if (part instanceof Term.Invariant invariant) {
        locals.put(invariant.local(), invariant.kind());
      }
      return false;
    });
  }

  private void addInvariants(Term term) {
    term.any(part -> {
      if (part instanceof Term.Invariant) {
        addToHead(part);
      }
      return false;
    });
  }

  private void addToHead(Term term) {
    if (!head.contains(term)) {
      head.add(term);
    }
  }

  /** The shape of its batches: numbers and references of the head, and of each row. */
  List<Integer> shape() {
    int numbers = 1 + (int) head.stream().filter(term -> term.kind() != Kind.REF).count();
    int references = cells.size() + (int) head.stream().filter(term -> term.kind() == Kind.REF).count();
    return List.of(numbers, references, rowLongs(), rowRefs());
  }

  private int rowLongs() {
    return (int) stored.stream().filter(k -> columns.get(k).kind() != Kind.REF).count()
        + (row.hasResult() && Kind.of(row.result()) != Kind.REF ? 1 : 0);
  }

  private int rowRefs() {
    return stored.size() + (row.hasResult() ? 1 : 0) - rowLongs();
  }

  void write(Consumer<MethodNode> to) {
    to.accept(storing());
    to.accept(run());
    if (row.replayed()) {
      to.accept(replay());
    }
  }

  /**
   * Calls the storing, on the way into a round of the loop: what comes back is the counter, moved by as many rows as have
   * been stored. {@code pushCell} pushes the cell of a column.
   */
  void invoke(InsnList code, int scope, Consumer<Column> pushCell, Runnable pushBound) {
    code.add(new VarInsnNode(Opcodes.ILOAD, loop.counted().local()));
    pushBound.run();
    locals.forEach((local, kind) -> code.add(new VarInsnNode(kind.load, local)));
    cells.forEach(k -> pushCell.accept(columns.get(k)));
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(methods.invoke("range", descriptor()));
  }

  private String descriptor() {
    StringBuilder all = new StringBuilder("(II");
    locals.forEach((local, kind) -> all.append(type(local, kind).getDescriptor()));
    cells.forEach(k -> all.append(Runtime.CELL_TYPE));
    return all.append(Runtime.ACTIVATION_TYPE).append(")I").toString();
  }

  private Type type(int local, Kind kind) {
    Type type = row.context().localType(loop.head(), local, kind);
    return kind != Kind.REF || type.getInternalName().equals("null") ? kind.type : type;
  }

  /** Local variables of a generated method, and how it pushes terms. */
  private final class Body {
    final InsnList code;
    final Map<Term, Integer> known = new HashMap<>();
    int free;

    Body(InsnList code, int free) {
      this.code = code;
      this.free = free;
    }

    int take(int size) {
      free += size;
      return free - size;
    }

    void store(Kind kind, int slot) {
      code.add(new VarInsnNode(kind.store, slot));
    }

    void push(Term term) {
      Integer slot = known.get(term);
      if (slot != null) {
        code.add(new VarInsnNode(term.kind().load, slot));
        return;
      }
      Term.Operation operation = (Term.Operation) term;
      operation.operands().forEach(this::push);
      code.add(operation.instruction().clone(Map.of()));
    }

    void line(String field, int batch, int slot) {
      code.add(new VarInsnNode(Opcodes.ALOAD, batch));
      code.add(field.equals("longs") ? Runtime.longs() : Runtime.refs());
      code.add(new VarInsnNode(Opcodes.ASTORE, slot));
    }

    /** Pushes an array of columns and the place in it of one of row {@code at}. */
    void address(int array, int at, int before, int width, int column) {
      code.add(new VarInsnNode(Opcodes.ALOAD, array));
      code.add(new VarInsnNode(Opcodes.ILOAD, at));
      if (width != 1) {
        Values.push(code, width);
        code.add(new InsnNode(Opcodes.IMUL));
      }
      Values.push(code, before + column);
      code.add(new InsnNode(Opcodes.IADD));
    }
  }

  private MethodNode storing() {
    MethodNode method = methods.method("range", descriptor());
    InsnList code = method.instructions;
    Body body = new Body(code, 2);
    int counter = 0;
    locals.forEach((local, kind) -> body.known.put(new Term.Invariant(local, kind), body.take(kind.size)));
    int firstCell = body.take(cells.size());
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
    step(code);
    code.add(new InsnNode(Opcodes.IADD));
    code.add(new InsnNode(Opcodes.IRETURN));
    code.add(none);
    code.add(new VarInsnNode(Opcodes.ILOAD, counter));
    code.add(new InsnNode(Opcodes.IRETURN));
    return method;
  }

  private void step(InsnList code) {
    if (loop.counted().step() != 1) {
      Values.push(code, loop.counted().step());
      code.add(new InsnNode(Opcodes.IMUL));
    }
  }

  /** Asks whether some of the rows would meet what is in flight, and notes what they hold. */
  private void ask(MethodNode method, Body body, int scope, int rows, LabelNode none) {
    if (loop.touches().isEmpty() && loop.asked().isEmpty()) {
      return;
    }
    InsnList code = body.code;
    int last = body.take(1);
    code.add(new VarInsnNode(Opcodes.ILOAD, 0));
    code.add(new VarInsnNode(Opcodes.ILOAD, rows));
    code.add(new InsnNode(Opcodes.ICONST_1));
    code.add(new InsnNode(Opcodes.ISUB));
    step(code);
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
    Finder finder = new Finder(code, row.context(), scope, number -> slots[number], body::take);
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
  private void equalSteps(Body body, Term term, int[] slots, int k, int rows, LabelNode none) {
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
  private void fill(MethodNode method, Body body, int batch, int rows, int counter, int firstCell) {
    InsnList code = body.code;
    int longs = body.take(1);
    int refs = body.take(1);
    int at = body.take(1);
    int value = body.take(1);
    body.line("longs", batch, longs);
    body.line("refs", batch, refs);
    code.add(new InsnNode(Opcodes.ICONST_0));
    body.store(Kind.INT, at);
    LabelNode begin = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode thrown = new LabelNode();
    LabelNode filled = new LabelNode();
    code.add(begin);
    storeNumber(body, longs, 0, Kind.INT, () -> code.add(new VarInsnNode(Opcodes.ILOAD, counter)));
    int nextRef = 0;
    for (int k = 0; k < cells.size(); k++) {
      int cell = firstCell + k;
      storeRef(body, refs, nextRef++, () -> code.add(new VarInsnNode(Opcodes.ALOAD, cell)));
    }
    int nextLong = 1;
    for (Term term : head) {
      if (term.kind() == Kind.REF) {
        storeRef(body, refs, nextRef++, () -> body.push(term));
      } else {
        storeNumber(body, longs, nextLong++, term.kind(), () -> body.push(term));
      }
    }
    if (!stored.isEmpty()) {
      LabelNode next = new LabelNode();
      code.add(next);
      code.add(new VarInsnNode(Opcodes.ILOAD, at));
      code.add(new VarInsnNode(Opcodes.ILOAD, rows));
      code.add(new JumpInsnNode(Opcodes.IF_ICMPGE, filled));
      count(body, counter, at, value);
      body.known.put(new Term.Counter(), value);
      int number = 0;
      int reference = 0;
      for (int k : stored) {
        Kind kind = columns.get(k).kind();
        boolean ref = kind == Kind.REF;
        body.address(ref ? refs : longs, at, ref ? nextRef : nextLong, ref ? rowRefs() : rowLongs(),
            ref ? reference++ : number++);
        body.push(loop.leaves().get(k));
        Values.toBits(code, kind);
        code.add(new InsnNode(ref ? Opcodes.AASTORE : Opcodes.LASTORE));
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

  private void count(Body body, int counter, int at, int value) {
    body.code.add(new VarInsnNode(Opcodes.ILOAD, counter));
    body.code.add(new VarInsnNode(Opcodes.ILOAD, at));
    step(body.code);
    body.code.add(new InsnNode(Opcodes.IADD));
    body.store(Kind.INT, value);
  }

  private static void storeNumber(Body body, int longs, int column, Kind kind, Runnable push) {
    body.code.add(new VarInsnNode(Opcodes.ALOAD, longs));
    Values.push(body.code, column);
    push.run();
    Values.toBits(body.code, kind);
    body.code.add(new InsnNode(Opcodes.LASTORE));
  }

  private static void storeRef(Body body, int refs, int column, Runnable push) {
    body.code.add(new VarInsnNode(Opcodes.ALOAD, refs));
    Values.push(body.code, column);
    push.run();
    body.code.add(new InsnNode(Opcodes.AASTORE));
  }

  /** Reads rows of a batch, parameter 0, from number parameter 1 to number parameter 2. */
  private final class Reader {
    final Body body;
    private final InsnList code;
    private final int longs;
    private final int refs;
    private final int first;
    private final int value;
    private final int[] cellSlots = new int[cells.size()];
    private int headLongs = 1;
    private int headRefs;

    Reader(InsnList code, Predicate<Column> wanted) {
      this.code = code;
      body = new Body(code, 3);
      longs = body.take(1);
      refs = body.take(1);
      first = body.take(1);
      value = body.take(1);
      body.line("longs", 0, longs);
      body.line("refs", 0, refs);
      code.add(new VarInsnNode(Opcodes.ALOAD, longs));
      code.add(new InsnNode(Opcodes.ICONST_0));
      code.add(new InsnNode(Opcodes.LALOAD));
      code.add(new InsnNode(Opcodes.L2I));
      body.store(Kind.INT, first);
      for (int k = 0; k < cellSlots.length; k++) {
        cellSlots[k] = body.take(1);
        ref(headRefs++, Type.getObjectType(Runtime.CELL), cellSlots[k], wanted.test(columns.get(cells.get(k))));
      }
      for (Term term : head) {
        int slot = body.take(term.kind().size);
        if (term.kind() == Kind.REF) {
          ref(headRefs++, Kind.REF.type, slot, true);
        } else {
          code.add(new VarInsnNode(Opcodes.ALOAD, longs));
          Values.push(code, headLongs++);
          code.add(new InsnNode(Opcodes.LALOAD));
          Values.fromBits(code, term.kind());
          body.store(term.kind(), slot);
        }
        body.known.put(term, slot);
      }
      body.known.put(new Term.Counter(), value);
    }

    private void ref(int column, Type type, int slot, boolean wanted) {
      if (wanted) {
        code.add(new VarInsnNode(Opcodes.ALOAD, refs));
        Values.push(code, column);
        code.add(new InsnNode(Opcodes.AALOAD));
        Values.cast(code, type);
        body.store(Kind.REF, slot);
      }
    }

    /** Sets the counter's value in the next row. */
    void next() {
      count(body, first, 1, value);
    }

    /** Pushes the columns that {@code wanted} says, in order. */
    void columns(Predicate<Column> wanted, boolean cast) {
      int number = 0;
      int reference = 0;
      for (int k = 0; k < columns.size(); k++) {
        Column column = columns.get(k);
        boolean push = wanted.test(column);
        if (column.cell()) {
          if (push) {
            code.add(new VarInsnNode(Opcodes.ALOAD, cellSlots[cells.indexOf(k)]));
          }
        } else if (!stored.contains(k)) {
          if (push) {
            body.push(loop.leaves().get(k));
            castIf(cast, column);
          }
        } else {
          boolean ref = column.kind() == Kind.REF;
          int place = ref ? reference++ : number++;
          if (push) {
            address(ref, place);
            code.add(new InsnNode(ref ? Opcodes.AALOAD : Opcodes.LALOAD));
            castIf(ref && cast, column);
            Values.fromBits(code, column.kind());
          }
        }
      }
    }

    private void castIf(boolean wanted, Column column) {
      if (wanted && column.kind() == Kind.REF) {
        Values.cast(code, column.type());
      }
    }

    /** Pushes where column {@code place} of the row is: the array, and the index. */
    void address(boolean ref, int place) {
      body.address(ref ? refs : longs, 1, ref ? headRefs : headLongs, ref ? rowRefs() : rowLongs(), place);
    }
  }

  private MethodNode run() {
    MethodNode method = methods.method("runRange", Runtime.BATCH_CODE);
    InsnList code = method.instructions;
    LabelNode loopHead = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode failed = new LabelNode();
    Reader reader = new Reader(code, Column::inTask);
    code.add(loopHead);
    code.add(new VarInsnNode(Opcodes.ILOAD, 1));
    code.add(new VarInsnNode(Opcodes.ILOAD, 2));
    code.add(new JumpInsnNode(Opcodes.IF_ICMPGE, end));
    reader.next();
    reader.columns(Column::inTask, !row.computes());
    code.add(methods.call());
    if (row.hasResult()) {
      Kind kind = Kind.of(row.result());
      boolean ref = kind == Kind.REF;
      int result = reader.body.take(kind.size);
      reader.body.store(kind, result);
      reader.address(ref, (ref ? rowRefs() : rowLongs()) - 1);
      code.add(new VarInsnNode(kind.load, result));
      Values.toBits(code, kind);
      code.add(new InsnNode(ref ? Opcodes.AASTORE : Opcodes.LASTORE));
    }
    code.add(new IincInsnNode(1, 1));
    code.add(new JumpInsnNode(Opcodes.GOTO, loopHead));
    code.add(end);
    code.add(new InsnNode(Opcodes.RETURN));
    int thrown = reader.body.take(1);
    code.add(failed);
    reader.body.store(Kind.REF, thrown);
    methods.failed(code, thrown);
    method.tryCatchBlocks.add(new TryCatchBlockNode(loopHead, end, failed, null));
    return method;
  }

  private MethodNode replay() {
    MethodNode method = methods.method("replayRange", Runtime.BATCH_CODE);
    InsnList code = method.instructions;
    LabelNode loopHead = new LabelNode();
    LabelNode end = new LabelNode();
    Reader reader = new Reader(code, column -> !column.inTask());
    code.add(loopHead);
    code.add(new VarInsnNode(Opcodes.ILOAD, 1));
    code.add(new VarInsnNode(Opcodes.ILOAD, 2));
    code.add(new JumpInsnNode(Opcodes.IF_ICMPGE, end));
    reader.next();
    reader.columns(column -> !column.inTask(), false);
    if (row.hasResult()) {
      Kind kind = Kind.of(row.result());
      boolean ref = kind == Kind.REF;
      reader.address(ref, (ref ? rowRefs() : rowLongs()) - 1);
      code.add(new InsnNode(ref ? Opcodes.AALOAD : Opcodes.LALOAD));
      Values.fromBits(code, kind);
    }
    code.add(methods.invokeStatement());
    code.add(new IincInsnNode(1, 1));
    code.add(new JumpInsnNode(Opcodes.GOTO, loopHead));
    code.add(end);
    code.add(new InsnNode(Opcodes.RETURN));
    return method;
  }
}
