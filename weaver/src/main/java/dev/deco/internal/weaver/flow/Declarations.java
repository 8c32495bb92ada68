package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.effects.Annotations;
import dev.deco.internal.weaver.effects.Direction;
import dev.deco.internal.weaver.effects.MethodAnalysis;
import dev.deco.internal.weaver.flow.Index.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a method declares of its parameters with {@code @In}, {@code @Out}, {@code @InOut} and {@code @Disjoint}.
 *
 * @param sections of which elements of an array a parameter stands for, by the number of the parameter ({@code this}
 *     counts)
 * @param disjoint the parameters through which calls touch parts of their own
 * @param faults what is wrong with the declarations, one sentence each
 */
public record Declarations(Map<Integer, Section> sections, Set<Integer> disjoint, List<String> faults) {
  /** Of a method with a body. */
  static Declarations of(ClassHeaders classes, MethodAnalysis.Body body) {
    String owner = body.owner().name;
    MethodNode header = classes.resolve(owner, body.method().name, body.method().desc);
    boolean any = header != null
        && (header.invisibleParameterAnnotations != null || header.visibleParameterAnnotations != null);
    MethodNode whole = any ? classes.withNames(owner, body.method().name, body.method().desc) : null;
    return whole == null ? new Declarations(Map.of(), Set.of(), List.of()) : of(whole);
  }

  /** Of a method that was read with what the compiler left for debuggers: the names of its parameters. */
  public static Declarations of(MethodNode method) {
    Declarations all = new Declarations(new HashMap<>(), new HashSet<>(), new ArrayList<>());
    int first = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    Type[] types = Type.getArgumentTypes(method.desc);
    List<List<AnnotationNode>> annotations = Annotations.ofParameters(method);
    for (int k = 0; k < types.length; k++) {
      for (AnnotationNode annotation : annotations.get(k)) {
        all.add(method, types, first, k, annotation);
      }
    }
    return all;
  }

  private void add(MethodNode method, Type[] types, int first, int k, AnnotationNode annotation) {
    Direction direction = Direction.of(annotation);
    if (annotation.desc.equals("Ldev/deco/Disjoint;")) {
      disjoint.add(first + k);
    } else if (direction != null) {
      String from = value(annotation, "from");
      String to = value(annotation, "to");
      if (from.isEmpty() && to.isEmpty()) {
        return;
      }
      if (types[k].getSort() != Type.ARRAY) {
        faults.add(direction + " of " + method.name + " names a section, but parameter " + (k + 1)
            + " is not an array");
        return;
      }
      try {
        Map<String, Integer> names = names(method, types, first);
        Index start = from.isEmpty() ? new Index.Constant(0) : new Parser(from, names).parse();
        Index end = to.isEmpty() ? new Index.Constant(Integer.MAX_VALUE)
            : Index.of(Operator.SUBTRACT, new Parser(to, names).parse(), new Index.Constant(1));
        sections.put(first + k, new Section(start, end));
      } catch (IllegalArgumentException fault) {
        faults.add("the section that " + direction + " of " + method.name + " names cannot be read: "
            + fault.getMessage());
      }
    }
  }

  private static String value(AnnotationNode annotation, String name) {
    int at = annotation.values == null ? -1 : annotation.values.indexOf(name);
    return at < 0 ? "" : ((String) annotation.values.get(at + 1)).trim();
  }

  /** The int parameters by name: as the compiler wrote them for debuggers, or with {@code -parameters}. */
  private static Map<String, Integer> names(MethodNode method, Type[] types, int first) {
    Map<String, Integer> names = new HashMap<>();
    int slot = first;
    for (int k = 0; k < types.length; k++) {
      if (types[k] == Type.INT_TYPE) {
        int at = slot;
        for (LocalVariableNode variable
            : method.localVariables == null ? List.<LocalVariableNode>of() : method.localVariables) {
          if (variable.index == at && variable.desc.equals("I")
              && method.instructions.indexOf(variable.start) <= firstInstruction(method)) {
            names.put(variable.name, first + k);
          }
        }
        if (method.parameters != null && method.parameters.size() == types.length) {
          names.put(method.parameters.get(k).name, first + k);
        }
      }
      slot += types[k].getSize();
    }
    return names;
  }

  private static int firstInstruction(MethodNode method) {
    int i = 0;
    while (i < method.instructions.size() && method.instructions.get(i).getOpcode() < 0) {
      i++;
    }
    return i;
  }

  /**
   * {@code sum: product (('+' | '-') product)*; product: factor ('*' factor)*; factor: number | name | '(' sum ')'}.
   */
  private static final class Parser {
    private final String text;
    private final Map<String, Integer> names;
    private int at;

    Parser(String text, Map<String, Integer> names) {
      this.text = text;
      this.names = names;
    }

    Index parse() {
      Index all = sum();
      if (at < text.length()) {
        throw new IllegalArgumentException("\"" + text + "\" goes on with \"" + text.substring(at)
            + "\" where +, - or * is expected");
      }
      return all;
    }

    private Index sum() {
      Index all = product();
      while (at("+") || at("-")) {
        Operator operator = text.charAt(at++) == '+' ? Operator.ADD : Operator.SUBTRACT;
        all = Index.of(operator, all, product());
      }
      return all;
    }

    private Index product() {
      Index all = factor();
      while (at("*")) {
        at++;
        all = Index.of(Operator.MULTIPLY, all, factor());
      }
      return all;
    }

    private Index factor() {
      if (at("(")) {
        at++;
        Index inner = sum();
        if (!at(")")) {
          throw new IllegalArgumentException("\"" + text + "\" lacks a )");
        }
        at++;
        return inner;
      }
      at("");
      int start = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      String word = text.substring(start, at);
      at("");
      if (word.isEmpty()) {
        throw new IllegalArgumentException("\"" + text + "\" lacks a number or a parameter's name");
      }
      if (Character.isDigit(word.charAt(0))) {
        try {
          return new Index.Constant(Integer.parseInt(word));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException("\"" + word + "\" is not a whole number of type int");
        }
      }
      Integer parameter = names.get(word);
      if (parameter == null) {
        throw new IllegalArgumentException("\"" + word + "\" is not the name of an int parameter"
            + (names.isEmpty() ? " (names are known where the class is compiled with -g or -parameters)"
                : " (there are " + String.join(", ", names.keySet().stream().sorted().toList()) + ")"));
      }
      return new Index.Operand(parameter);
    }

    /** Skips blanks; whether {@code sign} comes next. */
    private boolean at(String sign) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return !sign.isEmpty() && text.startsWith(sign, at);
    }
  }
}
