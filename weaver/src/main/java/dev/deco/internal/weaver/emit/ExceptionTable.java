package dev.deco.internal.weaver.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Rebuilds a method's exception table while its code is written again. Each instruction has a chain: the entries that
 * cover it, innermost first. Behind every chain comes the scope's own handler, which ends the scope. Before the first
 * entry whose range tasks can fail in, the scope is settled: a block that syncs and throws on, covered by that entry
 * and those behind it, so that the right handler sees the first failure in program order.
 */
final class ExceptionTable {
  private final Set<TryCatchBlockNode> settled;
  private final int scope;
  private final List<TryCatchBlockNode> entries = new ArrayList<>();
  private final Map<List<TryCatchBlockNode>, LabelNode> settling = new LinkedHashMap<>();
  private final LabelNode fail = new LabelNode();
  private final InsnList code;
  private List<TryCatchBlockNode> chain;
  private LabelNode start;
  private AbstractInsnNode lastBeforeRun;

  /** Code is appended to {@code code}; local variable {@code scope} holds the activation. */
  ExceptionTable(InsnList code, Set<TryCatchBlockNode> settled, int scope) {
    this.code = code;
    this.settled = settled;
    this.scope = scope;
  }

  /** What is appended from now on is covered by {@code next}; {@code null}: by nothing at all. */
  void cover(List<TryCatchBlockNode> next) {
    if (next != null && next.equals(chain)) {
      return;
    }
    end();
    chain = next;
    if (next != null) {
      lastBeforeRun = code.getLast();
      start = new LabelNode();
      code.add(start);
    }
  }

  private void end() {
    if (chain == null) {
      return;
    }
    boolean empty = true;
    for (AbstractInsnNode insn = code.getLast(); insn != lastBeforeRun && empty; insn = insn.getPrevious()) {
      empty = insn.getOpcode() < 0;
    }
    if (!empty) {
      LabelNode end = new LabelNode();
      code.add(end);
      add(start, end, chain, true);
    }
    chain = null;
  }

  private void add(LabelNode from, LabelNode to, List<TryCatchBlockNode> handlers, boolean settle) {
    for (int k = 0; k < handlers.size(); k++) {
      TryCatchBlockNode handler = handlers.get(k);
      if (settle && settled.contains(handler)) {
        List<TryCatchBlockNode> rest = List.copyOf(handlers.subList(k, handlers.size()));
        LabelNode block = settling.computeIfAbsent(rest, any -> new LabelNode());
        entries.add(new TryCatchBlockNode(from, to, block, null));
        // Never reached behind the block; coverage tools tell the copies of a finally block by these entries.
        rest.forEach(passed -> entries.add(new TryCatchBlockNode(from, to, passed.handler, passed.type)));
        return;
      }
      entries.add(new TryCatchBlockNode(from, to, handler.handler, handler.type));
    }
    entries.add(new TryCatchBlockNode(from, to, fail, null));
  }

  /** Appends the handlers. The result is the whole table. */
  List<TryCatchBlockNode> finish() {
    end();
    settling.forEach((rest, block) -> {
      LabelNode end = new LabelNode();
      code.add(block);
      handler("settle", "(Ljava/lang/Throwable;)Ljava/lang/Throwable;");
      code.add(end);
      add(block, end, rest, false);
    });
    code.add(fail);
    handler("fail", "(Ljava/lang/Throwable;)Ljava/lang/Throwable;");
    return entries;
  }

  private void handler(String name, String descriptor) {
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new InsnNode(Opcodes.SWAP));
    code.add(Runtime.activation(name, descriptor));
    code.add(new InsnNode(Opcodes.ATHROW));
  }
}
