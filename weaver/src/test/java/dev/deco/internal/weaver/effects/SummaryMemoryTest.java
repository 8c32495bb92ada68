package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.internal.files.ProgramClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Summaries of a library, kept from one analysis to the next. */
class SummaryMemoryTest {
  private static final Compiled PROGRAM = new Compiled("""
      abstract class Step { abstract int apply(int[] in, int i); }
      class Plain extends Step { int apply(int[] in, int i) { return in[i]; } }
      interface Rule { int of(int x); }
      class Library {
        static int run(Step s, int[] in, int i) { return s.apply(in, i); }
        static int rule(Rule r, int x) { return r.of(x); }
        static Rule twice() { return x -> 2 * x; }
        static int[][] made(List<int[]> in, int n) {
          int[][] all = new int[n][]; all[0] = in.get(0); for (int i = 1; i < n; i++) all[i] = new int[i];
          if (n > 9) throw new IllegalStateException(); Optional.of(n).map(x -> all[0][0]++); return all; }
        static Missing missing(Missing m) { return m; }
        static void again(List<int[]> a, int n) { if (n > 0) { a.get(n)[0]++; other(a, n - 1); } }
        static void other(List<int[]> a, int n) { again(a, n); System.out.println(n); }
      }
      class Missing {}
      class Counting extends Step { static int n; int apply(int[] in, int i) { return n++; } }
      class Own { static int n; static Rule counting() { return x -> n++ + x; } }
      """);
  private static final List<String> LIBRARY = List.of("Step", "Plain", "Rule", "Library");

  private final Set<String> read = new TreeSet<>();

  private SummaryMemory memory() {
    return new SummaryMemory(LIBRARY::contains);
  }

  /** An analysis of a program that has the library and these classes. */
  private Effects effects(SummaryMemory memory, String... own) {
    List<String> names = java.util.stream.Stream.concat(LIBRARY.stream(), Arrays.stream(own)).toList();
    ProgramClasses classes = new ProgramClasses(
        name -> names.contains(name) || name.startsWith("java/") ? PROGRAM.bytes(name) : null,
        reader -> names.forEach(name -> reader.accept(PROGRAM.bytes(name))));
    return new Effects(name -> {
      read.add(name);
      return classes.bytes(name);
    }, classes, List.of(), memory);
  }

  private static Summary run(Effects effects, String name, String descriptor) {
    return effects.summary("Library", name, descriptor, true);
  }

  private byte[] kept() {
    SummaryMemory memory = memory();
    Effects effects = effects(memory);
    run(effects, "run", "(LStep;[II)I");
    run(effects, "rule", "(LRule;I)I");
    run(effects, "made", "(Ljava/util/List;I)[[I");
    run(effects, "missing", "(LMissing;)LMissing;");
    run(effects, "again", "(Ljava/util/List;I)V");
    run(effects, "other", "(Ljava/util/List;I)V");
    return memory.written();
  }

  private Effects again(byte[] kept, String... own) {
    SummaryMemory memory = memory();
    memory.read(kept);
    read.clear();
    return effects(memory, own);
  }

  @Test void whatIsKeptIsWhatWasFoundOut() {
    for (String method : List.of("run (LStep;[II)I", "rule (LRule;I)I", "made (Ljava/util/List;I)[[I",
        "again (Ljava/util/List;I)V", "other (Ljava/util/List;I)V")) {
      String name = method.substring(0, method.indexOf(' '));
      String descriptor = method.substring(method.indexOf(' ') + 1);
      assertThat(run(again(kept()), name, descriptor)).as(name).isEqualTo(run(effects(memory()), name, descriptor));
    }
  }

  @Test void whatIsKeptIsNotAnalyzedAgain() {
    byte[] kept = kept();
    run(effects(memory()), "run", "(LStep;[II)I");
    assertThat(read).contains("Plain");
    run(again(kept), "run", "(LStep;[II)I");
    assertThat(read).contains("Library").doesNotContain("Plain");
  }

  @Test void aSubclassOrAFunctionOfTheProgramIsSeen() {
    byte[] kept = kept();
    assertThat(run(again(kept, "Counting"), "run", "(LStep;[II)I").accesses()).extracting(Access::toString)
        .contains("write Counting.n");
    assertThat(run(again(kept, "Own"), "rule", "(LRule;I)I").accesses()).extracting(Access::toString)
        .contains("write Own.n");
    assertThat(run(again(kept, "Own"), "run", "(LStep;[II)I")).isEqualTo(run(effects(memory()), "run", "(LStep;[II)I"));
  }

  @Test void whatDependsOnTheProgramIsNotKept() {
    SummaryMemory memory = memory();
    run(effects(memory, "Counting"), "run", "(LStep;[II)I");
    assertThat(memory.find(new SummaryMemory.Method("Library", "run", "(LStep;[II)I"), Hierarchy.NONE)).isNull();
    assertThat(memory.find(new SummaryMemory.Method("Plain", "apply", "([II)I"), Hierarchy.NONE)).isNotNull();
  }

  @Test void whatIsDamagedIsRefusedWhole() {
    byte[] kept = kept();
    for (int length : new int[] {0, 3, kept.length / 2, kept.length - 1}) {
      assertThatThrownBy(() -> memory().read(Arrays.copyOf(kept, length))).isInstanceOf(IllegalArgumentException.class);
    }
    byte[] other = kept.clone();
    other[3]++;
    assertThatThrownBy(() -> memory().read(other)).isInstanceOf(IllegalArgumentException.class);
  }
}
