package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Engines;
import java.io.ObjectStreamClass;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** What a woven class looks like to the verifier, debuggers, coverage tools and serialisation. */
class WovenClassTest {
  private static final String FUNCTIONS = "FunctionLoops"; // whose lambdas become bodies of loops
  private static final String FAILING = """
      import dev.deco.*;
      public class Failing {
        @Concurrent static int work(int i) {
          if (i == 7) {
            throw new IllegalStateException("seven");
          }
          return i;
        }
        @Synchronized public static int[] run() {
          int[] out = new int[50];
          for (int i = 0; i < out.length; i++) {
            out[i] = work(i);
          }
          return out;
        }
        @Synchronized public static void statement() {
          int[] out = new int[5];
          for (int i = 0; i < 9; i++) {
            out[i] =
                work(-i);
          }
        }
      }
      """;

  @ParameterizedTest
  @MethodSource("dev.deco.internal.weaver.PlanTest#programs")
  void passesTheVerifier(String name) {
    Program program = Program.named(name);
    Map<String, byte[]> woven = program.woven();
    ClassLoader loader = program.load(woven).getClassLoader();
    woven.forEach((className, bytes) -> {
      StringWriter problems = new StringWriter();
      CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(problems));
      assertThat(problems.toString()).as(className).isEmpty();
    });
  }

  @ParameterizedTest
  @MethodSource("dev.deco.internal.weaver.PlanTest#programs")
  void isNotWovenTwice(String name) {
    Program program = Program.named(name);
    Weaver weaver = new Weaver(program.classSource());
    assertThat(weaver.weave(program.woven().get(name))).isNull();
  }

  @ParameterizedTest
  @MethodSource("dev.deco.internal.weaver.PlanTest#programs")
  void keepsTheUsersLinesAndVariables(String name) {
    Program program = Program.named(name);
    Map<String, byte[]> woven = program.woven();
    program.classes().forEach((className, bytes) -> {
      ClassNode before = read(bytes);
      ClassNode after = read(woven.get(className));
      for (MethodNode method : before.methods) {
        MethodNode same = after.methods.stream()
            .filter(m -> m.name.equals(method.name) && m.desc.equals(method.desc)).findFirst().orElseThrow();
        if (name.equals(FUNCTIONS)) { // their lines and variables come on top
          assertThat(lines(same)).as(method.name).containsAll(lines(method));
          assertThat(variables(same)).as(method.name).containsAll(variables(method));
        } else {
          assertThat(lines(same)).as(method.name).isEqualTo(lines(method));
          assertThat(variables(same)).as(method.name).isEqualTo(variables(method));
        }
      }
    });
  }

  @ParameterizedTest
  @MethodSource("dev.deco.internal.weaver.PlanTest#programs")
  void addsOnlyPrivateStaticSyntheticMethods(String name) throws Exception {
    Program program = Program.named(name);
    Class<?> before = program.load(program.classes());
    Class<?> after = program.load(program.woven());
    Set<String> own = Arrays.stream(before.getDeclaredMethods()).map(Method::toString).collect(Collectors.toSet());
    for (Method method : after.getDeclaredMethods()) {
      if (!own.contains(method.toString())) {
        int generated = Modifier.PRIVATE | Modifier.STATIC;
        assertThat(method.isSynthetic()).as(method.toString()).isTrue();
        assertThat(method.getModifiers() & generated).as(method.toString()).isEqualTo(generated);
      }
    }
    assertThat(after.getDeclaredFields()).hasSameSizeAs(before.getDeclaredFields());
    assertThat(ObjectStreamClass.lookupAny(after).getSerialVersionUID())
        .isEqualTo(ObjectStreamClass.lookupAny(before).getSerialVersionUID());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void anExceptionOfATaskArrivesWithBothPlaces(int workers) {
    List<Throwable> thrown = LongStream.range(0, 10)
        .mapToObj(schedule -> call("run", Configuration.threads(workers).shuffled(schedule))).toList();
    assertThat(thrown).allSatisfy(one -> {
      assertThat(one).isInstanceOf(IllegalStateException.class).hasMessage("seven");
      assertThat(one.getStackTrace()[0].getMethodName()).isEqualTo("work");
      assertThat(one.getStackTrace()[0].getLineNumber()).isEqualTo(5);
      assertThat(one.getStackTrace()).anySatisfy(frame -> {
        assertThat(frame.getClassName()).isEqualTo("Failing");
        assertThat(frame.getFileName()).isEqualTo("Failing.java");
        assertThat(frame.getLineNumber()).isEqualTo(12);
      });
    });
    assertThat(thrown).filteredOn(one -> one.getSuppressed().length > 0) // the others ran in place
        .isNotEmpty().allSatisfy(one -> assertThat(one.getSuppressed()).singleElement().satisfies(
            place -> assertThat(place).hasMessageContaining("Failing.java:12")));
  }

  /** Compilers for Java 5 and 6 wrote such; the JVM refuses invokedynamic there. */
  @Test
  void aClassFileOlderThanInvokedynamicIsWovenAsOneThatHasIt() throws ReflectiveOperationException {
    Program program = Program.of("Failing", FAILING.replace("i == 7", "i == 70"));
    ClassNode old = new ClassNode();
    new ClassReader(program.classes().get("Failing")).accept(old, ClassReader.SKIP_FRAMES);
    old.version = Opcodes.V1_5;
    ClassWriter writer = new ClassWriter(0);
    old.accept(writer);
    byte[] woven = new Weaver(program.classSource()).weave(writer.toByteArray());
    Class<?> loaded = program.load(Map.of("Failing", woven));
    assertThat((int[]) loaded.getMethod("run").invoke(null)).containsExactly(IntStream.range(0, 50).toArray());
  }

  /** Nothing is known of such a method, so that each of its instructions may change what a task is about to take. */
  @Test
  void aMethodTooLargeToBeAnalyzedIsWovenWithItsVoidCallsInPlace() {
    String many = "k = k;\n".repeat(12_000);
    Program program = Program.of("Large", """
        import dev.deco.*;
        public class Large {
          @Concurrent static int square(int i) { return i * i; }
          @Concurrent static void add(int value, int[] sum) { sum[0] += value; }
          @Synchronized static int run(int[] sum) {
            int k = 1;
            int nine = square(3);
            add(nine, sum);
            int[] ten = {k, nine};
            %s
            return sum[0] + ten[0];
          }
          public static void main(String[] args) { System.out.println(run(new int[1])); }
        }
        """.formatted(many));
    assertThat(program.run(program.woven(), Configuration.threads(2).shuffled(1)).printed()).isEqualTo("10\n");
  }

  @Test
  void anExceptionOfADeferredStatementHasItsLine() {
    Throwable thrown = call("statement", Configuration.threads(2).shuffled(1));
    assertThat(thrown).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThat(thrown.getStackTrace()).anySatisfy(frame -> assertThat(frame.getLineNumber()).isBetween(19, 20));
  }

  private static Throwable call(String method, Configuration configuration) {
    Program program = Program.of("Failing", FAILING);
    Class<?> woven = program.load(program.woven());
    Throwable thrown = catchThrowable(
        () -> Engines.using(configuration, () -> woven.getMethod(method).invoke(null)));
    return thrown instanceof InvocationTargetException e ? e.getCause() : thrown;
  }

  /**
   * Where a task fails, the scope's own code runs on to its next wait, so that more of its lines are covered. And functions
   * that are bodies of loops are called under JaCoCo's agent, which is not here.
   */
  static Stream<String> programsThatCoverTheSame() {
    return PlanTest.programs().stream().filter(name -> !name.equals("Failures") && !name.equals(FUNCTIONS));
  }

  /** Instructions and branches are others in a woven method; lines, methods and classes are not. */
  @ParameterizedTest
  @MethodSource("programsThatCoverTheSame")
  void coverageHasTheFiguresOfTheUnwovenClass(String name) throws Exception {
    Program program = Program.named(name);

    assertThat(coverage(name, program, program.woven())).isEqualTo(coverage(name, program, program.classes()));
  }

  /** What a coverage tool says of the main class when the program has run: covered and missed lines, and methods. */
  private static String coverage(String name, Program program, Map<String, byte[]> classes) throws Exception {
    LoggerRuntime runtime = new LoggerRuntime();
    RuntimeData data = new RuntimeData();
    runtime.startup(data);
    Map<String, byte[]> instrumented = new HashMap<>(classes);
    instrumented.put(name, new Instrumenter(runtime).instrument(classes.get(name), name));
    program.run(instrumented, Configuration.threads(2), new WhatHappened()); // in woven bodies, as under JaCoCo's agent
    ExecutionDataStore store = new ExecutionDataStore();
    data.collect(store, new SessionInfoStore(), false);
    runtime.shutdown();
    CoverageBuilder builder = new CoverageBuilder();
    new Analyzer(store, builder).analyzeClass(classes.get(name), name);
    IClassCoverage coverage = builder.getClasses().iterator().next();
    Set<Integer> covered = new TreeSet<>();
    Set<Integer> missed = new TreeSet<>();
    for (int line = coverage.getFirstLine(); line <= coverage.getLastLine(); line++) {
      int status = coverage.getLine(line).getInstructionCounter().getStatus();
      if (status == ICounter.NOT_COVERED) {
        missed.add(line);
      } else if (status != ICounter.EMPTY) {
        covered.add(line);
      }
    }
    return "covered lines " + covered + ", missed lines " + missed + ", methods " + coverage.getMethodCounter();
  }

  private static ClassNode read(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    return node;
  }

  /** The lines on which a breakpoint can stand. */
  private static Set<Integer> lines(MethodNode method) {
    Set<Integer> lines = new TreeSet<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        AbstractInsnNode next = insn;
        while (next != null && next.getOpcode() < 0 && (next == insn || !(next instanceof LineNumberNode))) {
          next = next.getNext();
        }
        if (next != null && next.getOpcode() >= 0) {
          lines.add(line.line);
        }
      }
    }
    return lines;
  }

  /** What they are called, and where they are kept; a loop that stands there twice has them twice. */
  private static List<String> variables(MethodNode method) {
    return method.localVariables == null ? List.of() : method.localVariables.stream()
        .map((LocalVariableNode v) -> v.name + " " + v.desc + " " + v.index)
        .distinct().sorted().toList();
  }

}
