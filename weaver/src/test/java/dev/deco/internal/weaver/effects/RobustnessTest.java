package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

  @Test void subroutinesAreCoarse() {
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
    assertThat(analysis.accesses(0)).isNotEmpty().allMatch(Access::known);
    assertThat(analysis.accesses(0).toString()).contains("write #0*.any", "write world(*)");
    assertThat(analysis.frames()[0]).isNull();
  }

  @Test void codeThatCannotBeIsCoarse() {
    MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "bad", "([I)V", null, null);
    method.visitInsn(Opcodes.IADD);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 1);
    assertThat(analyze(method).failure()).contains("Odd.bad is too much to be told apart");
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
    assertThat(compiled.effects("f0")).containsExactly("read #0.[I]", "write #0.[I]");
    assertThat(compiled.effects("f900")).containsExactly("read #0.[I]", "write #0.[I]");
  }

  /** What is known does not depend on what was asked before. */
  @Test void whatIsTooMuchIsCoarseInAnyOrder() {
    StringBuilder source = new StringBuilder("class Main { static int s; static int small(int[] a) { return a[0]++; }");
    for (int i = 0; i < 70; i++) {
      source.append("static int f").append(i).append("(int[] a) { int x = 0;");
      for (int k = 0; k < 150; k++) {
        source.append("x += a[").append(k).append("] * ").append(k).append(";");
      }
      source.append(i == 0 ? "" : "x += f" + (i - 1) + "(a);").append("return x + small(a); }\n");
    }
    String[] names = {"small", "f0", "f5", "f69"};
    Compiled first = new Compiled(source.append("}").toString());
    Compiled second = new Compiled(source.toString());
    List<Object> upwards = new ArrayList<>();
    List<Object> downwards = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      upwards.add(first.effects(names[i]));
      downwards.add(0, second.effects(names[names.length - 1 - i]));
    }
    assertThat(downwards).isEqualTo(upwards);
    assertThat(first.effects("f5")).containsExactly("read #0.[I]", "write #0.[I]");
    assertThat(first.summary("f69").known()).isTrue();
    assertThat(first.effects("f69")).contains("write #0.any", "write world(*)");
  }
}
