package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.weaver.findings.Finding;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Lines that a compiler has given to inlined code are told as those of the source. */
class SourceMapTest {
  private static final String MAP = """
      SMAP
      App.kt
      Kotlin
      *S Kotlin
      *F
      + 1 App.kt
      app/AppKt
      + 2 _Collections.kt
      kotlin/collections/CollectionsKt___CollectionsKt
      *L
      1#1,109:1
      1549#2:110
      1620#2,3:111
      *S KotlinDebug
      *F
      + 1 App.kt
      app/AppKt
      *L
      33#1:110
      34#1:111,3
      *E
      """;

  private static ClassNode withMap(String map) {
    ClassNode node = new ClassNode();
    node.sourceFile = "App.kt";
    node.sourceDebug = map;
    return node;
  }

  @Test
  void inlinedCodeStandsWhereItWasCalled() {
    SourceMap map = SourceMap.of(withMap(MAP));

    assertThat(map.line(20)).isEqualTo(20);
    assertThat(map.line(109)).isEqualTo(109);
    assertThat(map.line(110)).isEqualTo(33);
    assertThat(map.line(113)).isEqualTo(34);
    assertThat(map.line(114)).isEqualTo(114);
  }

  @Test
  void whatIsNoMapChangesNothing() {
    assertThat(SourceMap.of(withMap(null)).line(7)).isEqualTo(7);
    assertThat(SourceMap.of(withMap("SMAP\nx")).line(7)).isEqualTo(7);
    assertThat(SourceMap.of(withMap("SMAP\nApp.kt\nKotlin\n*S Kotlin\n*F\n+ 1 App.kt\n*L\nbad\n*E")).line(7)).isEqualTo(7);
  }

  @Test
  void findingsAreOnLinesOfTheSource() {
    Program program = Program.of("App", """
        import dev.deco.*;
        class App {
          static int total;
          @Concurrent static void f(int i) { total += i; }
          @Synchronized static void all(int n) {
            for (int i = 0; i < n; i++) {
              f(i);
            }
          }
        }
        """);
    ClassNode node = new ClassNode();
    new ClassReader(program.classes().get("App")).accept(node, 0);
    node.sourceFile = "App.kt";
    node.sourceDebug = MAP;
    node.methods.forEach(method -> {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof LineNumberNode line && line.line == 7) {
          line.line = 110;
        }
      }
    });
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);

    var findings = new Weaver(program.classSource()).findings(writer.toByteArray());

    assertThat(findings).isNotEmpty().extracting(Finding::line).allSatisfy(line -> assertThat(line).isLessThan(110))
        .contains(33);
  }
}
