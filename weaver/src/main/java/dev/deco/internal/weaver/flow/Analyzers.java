package dev.deco.internal.weaver.flow;

import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.Value;

/** Makes analyzers with the widest limits that ASM knows, which it has for code that nobody trusts. */
final class Analyzers {
  private Analyzers() {}

  static <V extends Value> Analyzer<V> of(Interpreter<V> interpreter) {
    Analyzer<V> analyzer = new Analyzer<>(interpreter);
    analyzer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE); // the method is the user's own, however large
    return analyzer;
  }
}
