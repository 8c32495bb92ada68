package dev.deco.internal.weaver.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What generated programs may use: statics, classes, and concurrent and synchronized methods of every kind. A program
 * gets those members that it names, and what these name.
 */
final class Prelude {
  static final String IMPORTS = """
      import dev.deco.*;
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;

      """;

  private static final Set<String> PURE = Set.of("mixed", "twiceMixed", "shade", "run", "next", "mix", "half", "wide",
      "text", "odd", "even");
  private static final Set<String> COSTLY = Set.of("fields", "even", "spread", "order", "run", "chained");

  /** Several calls fill the same part of an array: that is in order only where data orders them. */
  static final Set<String> ONLY_BY_DATA = Set.of("partFill");

  /** The name of the class that has all members. */
  static final String BASE = "Base";

  /** What generated code may call at any place. What fills parts of an array is for {@link Patterns} alone. */
  static final List<Signature> METHODS = List.of(
      method("twice", Signature.Kind.CONCURRENT, "int", "Op", "int"),
      method("bump", Signature.Kind.CONCURRENT, "int", "Box", "int"),
      method("peek", Signature.Kind.CONCURRENT, "double", "Box", "int"),
      method("link", Signature.Kind.CONCURRENT, "void", "Box", "Box"),
      method("row", Signature.Kind.CONCURRENT, "int[]", "Box"),
      method("mixed", Signature.Kind.CONCURRENT, "double", "Pair", "int"),
      method("twiceMixed", Signature.Kind.SYNCHRONIZED, "double", "Pair", "int"),
      method("shade", Signature.Kind.CONCURRENT, "int", "Hue", "int"),
      method("fold", Signature.Kind.CONCURRENT, "long", "Prims", "int"),
      method("stir", Signature.Kind.CONCURRENT, "void", "Prims", "int"),
      method("of", Signature.Kind.CONCURRENT, "int", "Host", "int"),
      method("setH", Signature.Kind.CONCURRENT, "void", "Host", "int", "int"),
      method("addUp", Signature.Kind.CONCURRENT, "int", "Host", "int"),
      method("fields", Signature.Kind.SYNCHRONIZED, "int", "Host", "few"),
      method("greatest", Signature.Kind.SYNCHRONIZED, "Double", "Host", "List<Double>", "int"),
      method("chained", Signature.Kind.SYNCHRONIZED, "int", "Op", "int"),
      method("run", Signature.Kind.SYNCHRONIZED, "Integer", "Steps", "int", "few"),
      method("next", Signature.Kind.CONCURRENT, "Integer", "Steps", "int"),
      method("apply", Signature.Kind.PLAIN, "int", "Op", "int"),
      method("add", Signature.Kind.PLAIN, "int", "Box", "int"),
      method("give", Signature.Kind.CONCURRENT, "int", "Account", "Account", "int"),
      method("pay", Signature.Kind.CONCURRENT, "void", null, "Account", "Account", "int"),
      method("pick", Signature.Kind.CONCURRENT, "Box", null, "Box", "Box", "boolean"),
      method("pick", Signature.Kind.CONCURRENT, "int[]", null, "int[]", "int[]", "boolean"),
      method("pick", Signature.Kind.CONCURRENT, "List<Integer>", null, "List<Integer>", "List<Integer>", "boolean"),
      method("total", Signature.Kind.CONCURRENT, "int", null, "int", "int", "int"),
      method("total", Signature.Kind.CONCURRENT, "int", null, "int[]"),
      method("sumAll", Signature.Kind.CONCURRENT, "int", null, "Collection<Integer>"),
      method("mix", Signature.Kind.CONCURRENT, "int", null, "int"),
      method("half", Signature.Kind.CONCURRENT, "double", null, "double"),
      method("wide", Signature.Kind.CONCURRENT, "long", null, "long"),
      method("text", Signature.Kind.CONCURRENT, "String", null, "int"),
      method("odd", Signature.Kind.CONCURRENT, "boolean", null, "int"),
      method("say", Signature.Kind.CONCURRENT, "int", null, "int"),
      method("tell", Signature.Kind.CONCURRENT, "void", null, "String"),
      method("store", Signature.Kind.CONCURRENT, "void", null, "int", "int"),
      method("mark", Signature.Kind.CONCURRENT, "void", null, "Box", "int", "int"),
      method("count", Signature.Kind.CONCURRENT, "void", null, "int"),
      method("recall", Signature.Kind.CONCURRENT, "int", null, "few"),
      method("noted", Signature.Kind.CONCURRENT, "int", null, "Map<Integer, Integer>", "few"),
      method("relax", Signature.Kind.CONCURRENT, "double", null, "double[]", "few"),
      method("settle", Signature.Kind.CONCURRENT, "void", null, "double[]", "few"),
      method("swap", Signature.Kind.CONCURRENT, "void", null, "int[]", "few", "few"),
      method("gather", Signature.Kind.CONCURRENT, "int", null, "List<Integer>", "List<Integer>"),
      method("scale", Signature.Kind.CONCURRENT, "double", null, "List<Double>", "few", "double"),
      method("even", Signature.Kind.BOTH, "int", null, "few", "int"),
      method("spread", Signature.Kind.BOTH, "void", null, "int[]", "zero", "four"),
      method("order", Signature.Kind.BOTH, "void", null, "int[]", "zero", "four"),
      method("order", Signature.Kind.BOTH, "void", null, "W", "few", "small"),
      method("partBlend", Signature.Kind.CONCURRENT, "void", null, "W", "W", "small", "small"),
      method("partFill", Signature.Kind.CONCURRENT, "void", null, "W", "W", "small", "small"),
      method("sum", Signature.Kind.PLAIN, "int", null, "int[]"));

  private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface)\\s+(\\w+)");
  private static final Pattern NAME = Pattern.compile("(\\w+)\\s*[(=;]");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Map<String, String> MEMBERS = members();

  private Prelude() {}

  private static Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    try (InputStream in = Prelude.class.getResourceAsStream("/fuzz-prelude/Prelude.txt")) {
      for (String member : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) {
        String head = member.lines().findFirst().orElseThrow();
        Matcher type = TYPE.matcher(head);
        Matcher name = NAME.matcher(head);
        members.put(type.find() ? type.group(1) : name.find() ? name.group(1) : head, member);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }

  /** All members, as the class that the programs of a batch share. */
  static String base() {
    return IMPORTS + "class " + BASE + " {\n" + code(MEMBERS.keySet()).text() + "}\n";
  }

  private static boolean isStatic(String name) {
    return name.length() > 1 && name.charAt(0) == 's' && Character.isUpperCase(name.charAt(1));
  }

  /** The members that a program needs, a method that resets the statics, and one that tells what is in them. */
  static Code needed(String program) {
    Set<String> names = new LinkedHashSet<>(List.of("show"));
    Deque<String> texts = new ArrayDeque<>(List.of(program));
    while (!texts.isEmpty()) {
      Matcher words = WORD.matcher(texts.poll());
      while (words.find()) {
        String member = MEMBERS.get(words.group());
        if (member != null && names.add(words.group())) {
          texts.add(member);
        }
      }
    }
    return code(names);
  }

  private static Code code(Set<String> names) {
    List<Code> all = new ArrayList<>();
    List<Code> reset = new ArrayList<>();
    List<Code> dump = new ArrayList<>();
    for (Map.Entry<String, String> one : MEMBERS.entrySet()) {
      String name = one.getKey();
      if (names.contains(name) && isStatic(name)) {
        String text = one.getValue();
        int equals = text.indexOf(" =");
        all.add(Code.member(text.substring(0, equals) + ";"));
        reset.add(Code.statement(name, text.substring(equals)));
        dump.add(Code.expression("part", " + show(" + name + ")"
            + (name.equals("sBox") ? " + show(sBox.next) + show(sBox.next.next)" : "")));
      } else if (names.contains(name)) {
        all.add(Code.member(one.getValue()));
      }
    }
    all.add(Code.member("static void reset() {", Code.all(reset), "}"));
    all.add(Code.member("static String statics() {", "return \"\"", Code.all(dump), ";}"));
    return Code.all(all);
  }

  private static Signature method(String name, Signature.Kind kind, String result, String receiver,
      String... parameters) {
    Signature signature = new Signature(name, kind, result, List.of(parameters), receiver, PURE.contains(name));
    signature.cost = COSTLY.contains(name) ? 20 : 3;
    return signature;
  }
}
