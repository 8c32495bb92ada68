package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.expression;
import static dev.deco.internal.weaver.fuzz.Code.part;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import dev.deco.internal.weaver.fuzz.Place.Variable;
import java.util.ArrayList;
import java.util.List;

/** Random statements: they come to an end, throw nothing, and are deterministic when run serially. */
final class Statements {
  private static final List<String> LOCALS = List.of("int", "int", "int", "long", "double", "double", "String", "boolean",
      "byte", "short", "char", "float", "Integer", "Double", "Long", "int[]", "int[]", "double[]", "long[]", "byte[]",
      "String[]", "Integer[]", "Box[]", "int[][]", "double[][]", "List<Integer>", "List<Integer>", "List<String>",
      "List<int[]>", "List<Box>", "Map<Integer, Integer>", "Map<Integer, Integer>", "Map<Integer, List<Integer>>",
      "Map<String, Long>", "Set<Integer>", "Deque<Integer>", "Box", "Box", "Op", "StringBuilder", "Pair",
      "IntUnaryOperator");

  private final Place place;
  private final Expressions expressions;

  Statements(Place place) {
    this.place = place;
    expressions = new Expressions(place);
  }

  /** Some statements in a row; what they declare is out of sight afterwards. */
  Code block(int most) {
    int sight = place.variables.size();
    place.nesting++;
    List<Code> all = new ArrayList<>();
    for (int n = 1 + place.below(most); n > 0; n--) {
      all.add(one());
    }
    place.nesting--;
    place.variables.subList(sight, place.variables.size()).clear();
    return Code.all(all);
  }

  /** Statements whose declarations stay in sight: the body of a method. */
  Code body(int count) {
    List<Code> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      all.add(one());
    }
    return Code.all(all);
  }

  Code one() {
    place.method.cost += place.times;
    boolean deep = place.nesting > 2 || place.times > 200;
    int choice = place.below(deep ? 60 : 100);
    if (place.method.pure) {
      choice = choice < 20 ? 0 : choice < 60 ? 20 : choice;
    }
    if (choice < 12) {
      return declaration(place.method.pure ? place.any(List.of("int", "long", "double", "String", "char")) : place.any(LOCALS));
    }
    if (choice < 30) {
      return assignment();
    }
    if (choice < 50) {
      return objectWrite();
    }
    if (choice < 55) {
      return bareCall();
    }
    if (choice < 60) {
      return print();
    }
    if (choice < 80) {
      return loop();
    }
    return choice < 92 ? branch() : choice < 97 ? guarded() : locked();
  }

  private Code declaration(String type) {
    if (!place.method.pure && place.oneIn(8) && (type.equals("int") || type.equals("double"))) {
      String name = place.fresh("v");
      Code code = statement(type, " ", name, "; if (", expressions.of("boolean"), ") ", name, " = ", expressions.of(type),
          "; else ", name, " = ", expressions.of(type), ";");
      place.variables.add(new Variable(type, name, true));
      return code;
    }
    boolean last = place.oneIn(4);
    String name = place.fresh(last ? "c" : "v");
    Code code = statement(last ? "final " : "", type, " ", name, " = ", expressions.of(type), ";");
    place.variables.add(new Variable(type, name, !last));
    return code;
  }

  private Code assignment() {
    List<Variable> all = place.variables.stream().filter(Variable::assignable).toList();
    if (all.isEmpty()) {
      return declaration("int");
    }
    Variable target = place.any(all);
    String type = target.type();
    if (Types.isNumber(type) && place.below(3) > 0) {
      if (place.oneIn(5)) {
        return statement(target.name(), place.any(List.of("++", "--")), ";");
      }
      String operator = place.any(Types.isIntegral(type) ? List.of(" += ", " -= ", " *= ", " ^= ") : List.of(" += ", " -= "));
      String other = Types.isIntegral(type) ? type : place.any(List.of("int", "double", type));
      return statement(target.name(), operator, expressions.of(other), ";");
    }
    if (type.equals("String")) {
      return place.oneIn(2) ? statement(target.name(), " = cut(", target.name(), " + ", expressions.of("int"), ");")
          : statement(target.name(), " = ", expressions.of("String"), ";");
    }
    return statement(target.name(), " = ", expressions.of(type), ";");
  }

  /** A statement that changes an object or a static. */
  private Code objectWrite() {
    if (place.method.pure) {
      return assignment();
    }
    List<Variable> objects = place.variables.stream().filter(v -> !Types.isImmutable(v.type())).toList();
    if (objects.isEmpty() || place.oneIn(6)) {
      return staticWrite();
    }
    Variable target = place.any(objects);
    String name = target.name();
    String type = target.type();
    return switch (type) {
      case "Box" -> boxWrite(name);
      case "Op" -> place.oneIn(2) ? statement(name, ".apply(", expressions.of("int"), ");")
          : statement(name, ".take(", expressions.of("int[]", 0), ", ", expressions.of("int"), ");");
      case "StringBuilder" -> statement("if (", name, ".length() < 100) ", name, ".append(",
          expressions.of(place.any(List.of("int", "double", "String", "char", "boolean"))), ").append('", "" + (char) ('a' + place.below(9)), "');");
      case "List<Integer>" -> listWrite(name);
      case "List<String>" -> statement("if (", name, ".size() < 50) ", name, ".add(", expressions.of("String"), ");");
      case "List<int[]>" -> arrayWrite("int[]", name + ".get(" + place.below(4) + ")");
      case "List<Box>" -> place.oneIn(2) ? boxWrite(name + ".get(" + place.below(4) + ")")
          : statement(name, ".set(", expressions.index(1), ", ", expressions.of("Box"), ");");
      case "Map<Integer, Integer>" -> mapWrite(name);
      case "Map<String, Long>" -> statement(name, ".put(", expressions.of("String"), ", ", expressions.of("long"), ");");
      case "Map<Integer, List<Integer>>" -> place.oneIn(2)
          ? statement(name, ".computeIfAbsent(", expressions.index(1), ", k -> new ArrayList<>()).add(", expressions.of("int"), ");")
          : statement(name, ".put(", expressions.index(1), ", new ArrayList<>(List.of(", expressions.of("int"), ")));");
      case "Set<Integer>" -> statement(name, place.oneIn(4) ? ".remove(" : ".add(", expressions.of("int"), ");");
      case "Deque<Integer>" -> place.oneIn(3) ? statement("if (!", name, ".isEmpty()) ", name, ".removeFirst();")
          : statement("if (", name, ".size() < 50) ", name, place.oneIn(2) ? ".addLast(" : ".addFirst(", expressions.of("int"), ");");
      default -> arrayWrite(type, name);
    };
  }

  private Code arrayWrite(String type, String array) {
    String element = Types.element(type);
    Code index = expressions.index(2);
    if (Types.isArray(element)) {
      if (place.oneIn(4)) {
        return rowWrite(array, index, element);
      }
      return place.oneIn(3) || !element.equals("int[]") && !element.equals("double[]") && !element.equals("long[]")
          ? arrayWrite(element, array + "[" + place.below(4) + "]")
          : elementWrite(part(array, "[", index, "][", expressions.index(1), "]"), Types.element(element));
    }
    if (place.oneIn(12)) {
      return type.equals("int[]") || type.equals("double[]") ? statement("Arrays.sort(", array, ");")
          : statement("System.arraycopy(", array, ", 0, ", array, ", 1, 2);");
    }
    return elementWrite(part(array, "[", index, "]"), element);
  }

  private Code rowWrite(String grid, Code index, String row) {
    return place.method.kind.mayBeTask()
        ? statement("if (", grid, "[", index, "].length == 4) ", grid, "[", index, "] = ", expressions.of(row), ";")
        : statement(grid, "[", index, "] = ", expressions.of(row), ";");
  }

  /** In what may be a task an element that is written is read too: so its order is not taken on trust. */
  private Code elementWrite(Code element, String type) {
    boolean plain = !place.method.kind.mayBeTask() || place.isMain();
    if (Types.isNumber(type)) {
      if (plain && place.oneIn(2)) {
        return statement(element, " = ", expressions.of(type), ";");
      }
      if (place.oneIn(6)) {
        return statement(element, "++;");
      }
      return statement(element, place.any(Types.isIntegral(type) ? List.of(" += ", " -= ", " ^= ", " *= ") : List.of(" += ", " -= ")),
          expressions.of(type), ";");
    }
    if (type.equals("boolean")) {
      return statement(element, " ^= ", expressions.of(type), ";");
    }
    if (plain) {
      return statement(element, " = ", expressions.of(type), ";");
    }
    return type.equals("String") ? statement(element, " = cut(", element, " + ", expressions.of(type), ");")
        : type.equals("Integer") ? statement(element, " += ", expressions.of("int"), ";")
        : statement("if (", element, " != null) ", element, " = ", expressions.of(type), ";");
  }

  private Code boxWrite(String box) {
    return switch (place.below(8)) {
      case 0, 1 -> statement(box, ".i", place.any(List.of(" = ", " += ", " -= ", " *= ")), expressions.of("int"), ";");
      case 2 -> statement(box, ".d", place.any(List.of(" = ", " += ")), expressions.of("double"), ";");
      case 3 -> statement(box, ".s = cut(", box, ".s + ", expressions.of("int"), ");");
      case 4 -> statement(box, ".next = ", expressions.of("Box"), ";");
      case 5 -> place.oneIn(3) ? statement(box, ".a = ", expressions.of("int[]"), ";") : arrayWrite("int[]", box + ".a");
      case 6 -> listWrite(box + ".l");
      default -> statement(box, ".add(", expressions.of("int"), ");");
    };
  }

  private Code listWrite(String list) {
    return switch (place.below(8)) {
      case 0 -> statement("if (!", list, ".isEmpty()) ", list, ".set(", list, ".size() - 1, ", expressions.of("int"), ");");
      case 1 -> statement("if (!", list, ".isEmpty()) ", list, ".remove(0);");
      case 2 -> statement(list, ".remove((Object) ", expressions.of("Integer"), ");");
      case 3 -> statement(list, ".addAll(List.of(", expressions.of("int"), ", ", expressions.of("int"), "));");
      default -> statement(place.times > 40 || place.oneIn(3) ? "if (" + list + ".size() < 50) " : "", list, ".add(",
          expressions.of("int"), ");");
    };
  }

  private Code mapWrite(String map) {
    return switch (place.below(6)) {
      case 0 -> statement(map, ".merge(", expressions.index(1), ", ", expressions.of("int"), ", Integer::sum);");
      case 1 -> statement(map, ".remove(", expressions.index(1), ");");
      case 2 -> statement(map, ".putIfAbsent(", expressions.of("int"), ", ", expressions.of("int"), ");");
      default -> statement(map, ".put(", expressions.of("int"), ", ", expressions.of("int"), ");");
    };
  }

  private Code staticWrite() {
    return switch (place.below(10)) {
      case 0, 1 -> statement("sI", place.any(List.of(" = ", " += ", " ^= ")), expressions.of("int"), ";");
      case 2 -> statement("sL", place.any(List.of(" = ", " += ")), expressions.of("long"), ";");
      case 3 -> statement("sD", place.any(List.of(" = ", " += ")), expressions.of("double"), ";");
      case 4 -> statement("sS = cut(sS + ", expressions.of("int"), ");");
      case 5 -> arrayWrite("int[]", "sA");
      case 6 -> arrayWrite("double[]", "sB");
      case 7 -> listWrite("sList");
      case 8 -> mapWrite("sMap");
      default -> place.oneIn(2) ? boxWrite("sBox") : place.oneIn(2) ? arrayWrite("int[][]", "sG")
          : statement("sN += ", expressions.of("int"), ";");
    };
  }

  private Code bareCall() {
    List<Signature> all = place.callable.stream().filter(one -> !place.method.pure || one.pure).toList();
    for (int tries = 0; tries < 4 && !all.isEmpty(); tries++) {
      Signature callee = place.any(all);
      if (place.affords(callee)) {
        return statement(expressions.invocation(callee, 2), ";");
      }
    }
    return assignment();
  }

  private Code print() {
    if (place.method.kind.mayBeTask() && !place.isMain() || place.times > 20) {
      return assignment();
    }
    String type = place.any(List.of("int", "double", "String", "long", "Box", "List<Integer>", "Map<Integer, Integer>", "StringBuilder"));
    return place.oneIn(2) ? statement("System.out.println(\"" + place.fresh("p") + " \" + ", expressions.of(type), ");")
        : statement("System.out.println(", expressions.of(place.any(List.of("int", "double", "String", "long"))), ");");
  }

  private Code loop() {
    int most = place.loops == 0 && !place.method.kind.mayBeTask() && place.oneIn(4) ? 40 : 2 + place.below(4);
    if (place.times * most > 400) {
      return branch();
    }
    int sight = place.variables.size();
    place.times *= most;
    place.loops++;
    String i = place.fresh("i");
    List<Variable> lists = place.of("List<Integer>");
    Code code;
    switch (place.method.pure ? place.below(5) : place.below(9)) {
      case 5 -> {
        Code array = expressions.of("int[]", 1);
        place.variables.add(new Variable("int", i, false));
        code = statement("for (int ", i, " : ", parenthesized(array), ".clone()) {", exit(), block(2), "}");
      }
      case 6 -> {
        String element = place.any(List.of("int[]", "Box[]", "String[]", "double[]", "int[][]"));
        Code array = expressions.of(element, 1);
        place.variables.add(new Variable(Types.element(element), i, false));
        code = statement("for (", Types.element(element), " ", i, " : ", array, ") {", exit(), block(2), "}");
      }
      case 7 -> {
        String list = lists.isEmpty() ? "sList" : place.any(lists).name();
        place.variables.add(new Variable("int", i, false));
        code = place.oneIn(2)
            ? statement("for (int ", i, " = 0; ", i, " < ", list, ".size() && ", i, " < " + most + "; ", i, "++) {", block(2), "}")
            : statement("for (int ", i, " : new ArrayList<>(", list, ")) {", block(2), "if (sI == " + place.below(9) + ") break; }");
      }
      case 8 -> {
        String entry = place.fresh("e");
        Code map = expressions.of("Map<Integer, Integer>", 0);
        place.variables.add(new Variable("int", i, false));
        code = statement("for (Map.Entry<Integer, Integer> ", entry, " : new TreeMap<>(", map, ").entrySet()) { int ", i, " = ", entry, ".getValue();", block(2), "if (", i, " > 3) break; }");
      }
      case 4 -> code = place.oneIn(2)
          ? statement("int ", i, " = 0; while (", i, " < " + most, " && ", expressions.of("boolean"), ") {", i, "++;", exit(), block(2), "}")
          : statement("int ", i, " = 0; do {", i, "++;", exit(), block(2), "} while (", i, " < " + most, " && ", expressions.of("boolean"), ");");
      default -> {
        place.variables.add(new Variable("int", i, false));
        code = statement("for (int ", i, " = 0; ", i, " < " + most, "; ", i, "++) {", place.oneIn(3) ? exit() : "", block(2), "}");
      }
    }
    place.variables.subList(sight, place.variables.size()).clear();
    place.times /= most;
    place.loops--;
    return code;
  }

  private static Code parenthesized(Code expression) {
    return part("(", expression, ")");
  }

  private Code exit() {
    return place.oneIn(3)
        ? statement("if (", expressions.of("boolean"), ") ", place.any(List.of("break", "continue")), ";") : part("");
  }

  private Code branch() {
    return switch (place.below(6)) {
      case 0 -> statement("switch (", expressions.of("int"), " & 3) { case 0: ", block(2), "break; case 1: ", "{", block(2), "}",
          " default: {", block(2), "} }");
      case 1 -> statement("switch (", expressions.of("int"), " & 3) { case 0, 3 -> {", block(2), "} default -> {", block(2), "} }");
      case 2 -> statement("if (", expressions.of("boolean"), ") {", block(2), "}");
      default -> statement("if (", expressions.of("boolean"), ") {", block(2), "} else {", block(2), "}");
    };
  }

  private Code guarded() {
    if (place.oneIn(2)) {
      return statement("try {", block(2), "} finally {", block(2), "}");
    }
    return statement("try {", block(2), "} catch (IllegalStateException ", place.fresh("e"), ") {", block(2), "}",
        place.oneIn(3) ? part(" finally {", block(2), "}") : "");
  }

  private Code locked() {
    if (place.method.pure || !place.oneIn(3)) {
      return branch();
    }
    return statement("synchronized (", expressions.of("Box", 0), ") {", block(2), "}");
  }
}
