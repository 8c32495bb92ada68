package dev.deco.internal.weaver.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The findings of one class as they are found; each is told once. */
final class Report {
  private final ClassNode owner;
  private final List<Finding> findings = new ArrayList<>();

  Report(ClassNode owner) {
    this.owner = owner;
  }

  void add(String code, Finding.Severity severity, int line, String cause, String cure) {
    add(new Finding(code, severity, owner.name.replace('/', '.'), owner.sourceFile, line, cause, cure));
  }

  void add(Finding finding) {
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  /** In the order of their lines. */
  List<Finding> findings() {
    findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::code));
    return findings;
  }

  static int firstLine(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }
}
