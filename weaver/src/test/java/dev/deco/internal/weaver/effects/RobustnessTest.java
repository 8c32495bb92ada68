package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Input that no compiler makes, or that is too much: unknown with a reason, and never an exception. */
class RobustnessTest {
  private final Compiled none = new Compiled("class Main {}");

  private MethodAnalysis analyze(MethodNode method) {
    ClassNode owner = new ClassNode();
    owner.name = "Odd";
    owner.superName = "java/lang/Object";
    owner.methods.add(method);
    return none.effects.analyze(owner, method);
  }

  @Test void subroutinesAreUnknown() {
    MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "old", "([I)V", null, null);
    Label subroutine = new Label();
    method.visitJumpInsn(Opcodes.JSR, subroutine);
    method.visitInsn(Opcodes.RETURN);
    method.visitLabel(subroutine);
    method.visitVarInsn(Opcodes.ASTORE, 1);
    method.visitVarInsn(Opcodes.RET, 1);
    method.visitMaxs(1, 2);
    MethodAnalysis analysis = analyze(method);
    assertThat(analysis.failure()).contains("Odd.old", "subroutines");
    assertThat(analysis.accesses(0)).isNotEmpty().noneMatch(Access::known);
    assertThat(analysis.frames()[0]).isNull();
  }

  @Test void codeThatCannotBeIsUnknown() {
    MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "bad", "([I)V", null, null);
    method.visitInsn(Opcodes.IADD);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 1);
    assertThat(analyze(method).failure()).contains("Odd.bad cannot be analyzed");
  }

  @Test void unreadableClassesAreAsMissing() {
    Effects effects = new Effects(name -> new byte[] {1, 2, 3});
    assertThat(effects.summary("Odd", "go", "([I)V", true).unknown())
        .containsExactly("calls Odd.go, which is not on the class path");
    assertThat(effects.summary("java/util/List", "get", "(I)Ljava/lang/Object;", false).known()).isTrue();
  }

  @Test void methodsWithoutABodyAreUnknown() {
    Compiled compiled = new Compiled("abstract class Main { abstract void a(int[] x); native void n(int[] x); }");
    assertThat(compiled.summary("a").known()).isFalse();
    assertThat(compiled.summary("n").known()).isFalse();
  }

  @Test void callsNestedVeryDeepEnd() {
    StringBuilder source = new StringBuilder("class Main { static int f1000(int[] a) { return a[0]++; }");
    for (int i = 999; i >= 0; i--) {
      source.append(" static int f").append(i).append("(int[] a) { return f").append(i + 1).append("(a); }\n");
    }
    Compiled compiled = new Compiled(source.append("}").toString());
    assertThat(compiled.effects("f0")).anyMatch(access -> access.startsWith("?write #0"));
    assertThat(compiled.effects("f900")).containsExactly("read #0.[I]", "write #0.[I]");
  }
}
