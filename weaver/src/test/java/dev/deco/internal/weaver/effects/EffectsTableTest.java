package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The effects table against the platform that runs this test. */
class EffectsTableTest {
  private static final Set<String> LATER_THAN_17 = Set.of("getFirst", "getLast", "removeFirst", "removeLast",
      "addFirst", "addLast", "reversed", "putFirst", "putLast", "sequencedKeySet", "sequencedValues",
      "sequencedEntrySet", "firstEntry", "lastEntry", "pollFirstEntry", "pollLastEntry", "splitWithDelimiters",
      "repeat", "repeat(CharSequence,int)", "threadId", "isVirtual", "indexOf", "unmodifiableSequencedCollection",
      "unmodifiableSequencedSet", "unmodifiableSequencedMap");
  private final Compiled none = new Compiled("class Main {}");
  private final Classes classes = new Effects(none).classes;

  private static String signature(MethodNode method) {
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(method.desc)) {
      String full = type.getClassName();
      names.add(full.substring(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1));
    }
    return (method.name.equals("<init>") ? "new" : method.name) + "(" + String.join(",", names) + ")";
  }

  private List<MethodNode> methods(String type) {
    List<MethodNode> all = new ArrayList<>();
    for (String each : classes.supertypes(type)) {
      ClassNode node = classes.find(each);
      node.methods.stream().filter(method -> !method.name.equals("<init>") || each.equals(type)
          || each.equals("java/lang/Throwable")).forEach(all::add);
    }
    return all;
  }

  @Test void everyLineNamesAClassAndAMethodThatExist() {
    Set<String> named = new LinkedHashSet<>();
    Set<String> found = new LinkedHashSet<>();
    for (EffectsTable.Line line : EffectsTable.STANDARD.lines()) {
      ClassNode node = classes.find(line.type());
      boolean later = node == null && line.type().equals("java/lang/MatchException");
      if (later || line.type().startsWith("org/") || line.type().equals("java/lang/invoke/VarHandle")) {
        continue; // of Java 21; other people's logging; methods with as many types as calls
      }
      if (node == null && !line.type().equals("java/util/SequencedCollection")) {
        named.add(line.place() + ": no class " + line.type());
      }
      String method = line.place() + ": no method " + line.method();
      named.add(method);
      if (line.method().equals("*") || LATER_THAN_17.contains(line.method())
          || node != null && methods(line.type()).stream().anyMatch(one -> line.method().equals(signature(one))
              || line.method().equals(one.name.equals("<init>") ? "new" : one.name))) {
        found.add(method);
      }
    }
    named.removeAll(found);
    assertThat(named).isEmpty();
  }

  @Test void everyMutableResultIsAccountedFor() {
    List<String> wrong = new ArrayList<>();
    for (EffectsTable.Line line : EffectsTable.STANDARD.lines()) {
      ClassNode node = classes.find(line.type());
      boolean returns = line.clauses().stream().anyMatch(clause -> clause.verb().equals("returns"));
      for (MethodNode method : node == null ? List.<MethodNode>of() : node.methods) {
        boolean visible = Classes.is(method.access, Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)
            && !Classes.is(method.access, Opcodes.ACC_SYNTHETIC);
        if (visible && !method.name.equals("<init>") && !returns
            && line.equals(EffectsTable.STANDARD.find(Set.of(line.type()), method.name, method.desc))
            && !none.effects.immutable(Type.getReturnType(method.desc))) {
          wrong.add(line.place() + ": " + line.type() + "." + method.name + method.desc);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What is pure for objects that never change is not for a class below that has state: it needs lines of its own. */
  @Test void nothingThatChangesInheritsPure() {
    PlatformClasses platform = new PlatformClasses();
    Set<String> packages = new TreeSet<>();
    EffectsTable.STANDARD.lines().forEach(line -> packages.add(PlatformClasses.packageOf(line.type())));
    List<String> wrong = new ArrayList<>();
    for (String type : packages.stream().flatMap(one -> platform.ofPackage(one).stream()).toList()) {
      ClassNode node = platform.declaration(type);
      if (Classes.is(node.access, Opcodes.ACC_PUBLIC) && hasState(type)) {
        for (MethodNode method : methods(type)) {
          EffectsTable.Line line =
              EffectsTable.STANDARD.find(classes.supertypes(type), method.name, method.desc);
          boolean inherited = line != null && !line.type().equals(type) && !line.type().equals("java/lang/Object")
              && line.clauses().stream().allMatch(clause -> clause.verb().equals("pure"));
          if (inherited && !method.name.equals("<init>") && !Classes.is(method.access, Opcodes.ACC_STATIC)) {
            wrong.add(line.place() + ": " + line.type() + "." + line.method() + " is pure, for " + type + ", too");
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private boolean hasState(String type) {
    return !none.effects.immutability.immutable(type) && classes.supertypes(type).stream().map(classes::find)
        .flatMap(node -> node.fields.stream()).anyMatch(field -> !Classes.is(field.access, Opcodes.ACC_STATIC)
            && (!Classes.is(field.access, Opcodes.ACC_FINAL) || !none.effects.immutable(Type.getType(field.desc))));
  }

  @Test void everyWordIsExplainedAtTheTop() throws IOException {
    String text;
    try (InputStream in = EffectsTable.class.getResourceAsStream("jdk-effects.txt")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (EffectsTable.Line line : EffectsTable.STANDARD.lines()) {
      assertThat(line.clauses()).allSatisfy(clause -> assertThat(text).containsPattern("\n--     " + clause.verb() + "\\b"));
    }
  }

  @Test void everyMethodOfEveryLineCanBeRead() {
    for (EffectsTable.Line line : EffectsTable.STANDARD.lines()) {
      ClassNode node = classes.find(line.type());
      for (MethodNode method : node == null ? List.<MethodNode>of() : node.methods) {
        if (Classes.is(method.access, Opcodes.ACC_PUBLIC)) {
          assertThat(none.effects.summary(node.name, method.name, method.desc, true)).isNotNull();
        }
      }
    }
  }

  static Stream<Arguments> badLines() {
    return Stream.of(Arguments.of("get reads this", "neither a class line nor a method line"),
        Arguments.of("get : looks this", "'looks' is not a word"), Arguments.of("get : reads that", "'that' is not a value"),
        Arguments.of("get : reads", "needs to know of what"), Arguments.of("get : pure this", "is about nothing else"),
        Arguments.of("put : stores #1", "what is kept where"), Arguments.of("map : calls #1 #2", "what the function is given"),
        Arguments.of("class", "without a class"));
  }

  @ParameterizedTest
  @MethodSource("badLines")
  void aBadLineIsReportedWithPlaceCauseAndCure(String line, String cause) {
    assertThatThrownBy(() -> EffectsTable.parse("deco-effects.txt", List.of("class java/util/List", line)))
        .isInstanceOf(ConfigurationException.class).hasMessageContaining("deco-effects.txt:2: ")
        .hasMessageContaining(cause).hasMessageMatching("(?s).*; .*\\.");
  }

  @Test void methodsNeedAClass() {
    assertThatThrownBy(() -> EffectsTable.parse("a/deco-effects.txt", List.of("-- mine", "get : pure")))
        .hasMessageStartingWith("a/deco-effects.txt:2: methods before the first class line");
  }
}
