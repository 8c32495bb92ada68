package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.part;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import dev.deco.internal.weaver.fuzz.Place.Variable;
import java.util.List;

/** Random loops; each comes to an end. */
final class Loops {
  private final Place place;
  private final Expressions expressions;
  private final Statements statements;

  Loops(Place place, Expressions expressions, Statements statements) {
    this.place = place;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** A loop, or {@code null} if the program would run too long. */
  Code one() {
    int most = place.loops == 0 && !place.inTask() && place.oneIn(4) ? 40 : 2 + place.below(4);
    if (place.times * most > 400) {
      return null;
    }
    int sight = place.variables.size();
    place.times *= most;
    place.loops++;
    String i = place.fresh("i");
    String label = place.oneIn(5) ? place.fresh("loop") : null;
    if (label != null) {
      place.labels.add(label);
    }
    List<Variable> lists = place.of("List<Integer>");
    Code code;
    switch (place.method.pure ? place.below(5) : place.below(9)) {
      case 5 -> {
        Code array = expressions.of("int[]", 1);
        place.declare("int", i, false);
        code = statement("for (int ", i, " : ", parenthesized(array), ".clone()) {", exit(), block(2), "}");
      }
      case 6 -> {
        String element = place.any(List.of("int[]", "Box[]", "String[]", "double[]", "int[][]"));
        Code array = expressions.of(element, 1);
        place.declare(Types.element(element), i, false);
        code = statement("for (", Types.element(element), " ", i, " : ", array, ") {", exit(), block(2), "}");
      }
      case 7 -> {
        String list = lists.isEmpty() ? "sList" : place.any(lists).name();
        place.declareIndex(i);
        code = place.oneIn(2)
            ? statement("for (int ", i, " = 0; ", i, " < ", list, ".size() && ", i, " < " + most + "; ", i, "++) {",
                block(2), "}")
            : statement("for (int ", i, " : new ArrayList<>(", list, ")) {", block(2), "if (sI == " + place.below(9)
                + ") break; }");
      }
      case 8 -> {
        String entry = place.fresh("e");
        Code map = expressions.of("Map<Integer, Integer>", 0);
        place.declare("int", i, false);
        code = statement("for (Map.Entry<Integer, Integer> ", entry, " : new TreeMap<>(", map, ").entrySet()) { int ",
            i, " = ", entry, ".getValue();", block(2), "if (", i, " > 3) break; }");
      }
      case 4 -> code = place.oneIn(2)
          ? statement("for (int ", i, " = 0; ", i, " < " + most, " && ", expressions.of("boolean"), "; ) {", i, "++;",
              exit(), block(2), "}")
          : statement("for (int ", i, " = 0; ", i, " < " + most, "; ) { do {", i, "++;", exit(), block(2),
              "} while (", i, " < " + most, " && ",
              expressions.of("boolean"), "); break; }");
      default -> {
        place.declareIndex(i);
        code = statement("for (int ", i, " = 0; ", i, " < " + most, "; ", i, "++) {", place.oneIn(3) ? exit() : "",
            block(2), "}");
      }
    }
    place.forget(sight);
    place.times /= most;
    place.loops--;
    if (label != null) {
      place.labels.remove(label);
      return part("\n", label, ":", code);
    }
    return code;
  }


  private Code block(int most) {
    return statements.block(most);
  }

  private static Code parenthesized(Code expression) {
    return part("(", expression, ")");
  }

  /** Leaves the loop at times, or one around it. */
  private Code exit() {
    if (!place.oneIn(3)) {
      return part("");
    }
    String to = !place.labels.isEmpty() && place.oneIn(2) ? " " + place.any(place.labels) : "";
    return statement("if (", expressions.of("boolean"), ") ", place.any(List.of("break", "continue")), to, ";");
  }
}
