package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The effects table against the platform that runs this test. */
class JdkTableTest {
  private static final Set<String> VERBS = Set.of("pure", "reads", "writes", "deep", "alters", "prints", "keys", "stores",
      "returns", "holds", "elements", "copies", "source", "backing", "calls", "lazy", "functions", "runs", "drains",
      "locks");
  private static final Set<String> LATER_THAN_17 = Set.of("getFirst", "getLast", "removeFirst", "removeLast",
      "addFirst", "addLast", "reversed", "putFirst", "putLast", "sequencedKeySet", "sequencedValues",
      "sequencedEntrySet", "firstEntry", "lastEntry", "pollFirstEntry", "pollLastEntry", "splitWithDelimiters",
      "repeat", "threadId", "isVirtual", "indexOf");
  private final Compiled none = new Compiled("class Main {}");
  private final Classes classes = new Classes(none, Hierarchy.NONE);

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
    for (JdkTable.Line line : JdkTable.STANDARD.lines()) {
      ClassNode node = classes.find(line.type());
      if (node == null && !line.type().equals("java/util/SequencedCollection")) {
        named.add("line " + line.number() + ": no class " + line.type());
      }
      String method = "line " + line.number() + ": no method " + line.method();
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
    for (JdkTable.Line line : JdkTable.STANDARD.lines()) {
      ClassNode node = classes.find(line.type());
      boolean returns = line.clauses().stream().anyMatch(clause -> clause.verb().equals("returns"));
      for (MethodNode method : node == null ? List.<MethodNode>of() : node.methods) {
        boolean visible = Classes.is(method.access, Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)
            && !Classes.is(method.access, Opcodes.ACC_SYNTHETIC);
        if (visible && !method.name.equals("<init>") && !returns
            && line.equals(JdkTable.STANDARD.find(Set.of(line.type()), method.name, method.desc))
            && !none.effects.immutable(Type.getReturnType(method.desc))) {
          wrong.add(line.number() + ": " + line.type() + "." + method.name + method.desc);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test void everyLineIsWrittenInTheWordsExplainedAtTheTop() {
    assertThat(JdkTable.STANDARD.lines()).allSatisfy(line -> assertThat(line.clauses()).allSatisfy(clause -> {
      assertThat(VERBS).contains(clause.verb());
      assertThat(clause.words()).allMatch(word -> word.matches(
          "(this|#\\d+|args|made|outside|fresh(:[\\w/]+)?|with|in|io|clock|random|((held|any)\\()+(this|#\\d+|made)\\)+"
              + ")(\\.(content|structure|cursor|any))?"));
    }));
  }

  @Test void everyMethodOfEveryLineCanBeRead() {
    for (JdkTable.Line line : JdkTable.STANDARD.lines()) {
      ClassNode node = classes.find(line.type());
      for (MethodNode method : node == null ? List.<MethodNode>of() : node.methods) {
        if (Classes.is(method.access, Opcodes.ACC_PUBLIC)) {
          assertThat(none.effects.summary(node.name, method.name, method.desc, true)).isNotNull();
        }
      }
    }
  }

  @Test void aBadLineIsReportedWithItsNumber() {
    assertThatThrownBy(() -> JdkTable.parse(List.of("class java/util/List", "  get reads this")))
        .hasMessageContaining("line 2").hasMessageContaining("expected");
  }
}
