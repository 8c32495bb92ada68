package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.part;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import java.util.ArrayList;
import java.util.List;

/** Random statements: they come to an end, throw nothing, and are deterministic when run serially. */
final class Statements {
  private static final List<String> PURE = List.of("int", "long", "double", "String", "char");

  private final Place place;
  private final Expressions expressions;
  private final Writes writes;
  private final Loops loops;
  private final Lambdas lambdas;
  private final Patterns patterns;

  Statements(Place place) {
    this.place = place;
    expressions = new Expressions(place);
    writes = new Writes(place, expressions);
    loops = new Loops(place, expressions, this);
    lambdas = new Lambdas(place, expressions, this);
    patterns = new Patterns(place, expressions);
  }

  /** Some statements in a row; what they declare is out of sight afterwards. */
  Code block(int most) {
    int sight = place.variables.size();
    place.nesting++;
    Code all = body(1 + place.below(most));
    place.nesting--;
    place.forget(sight);
    return all;
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
    if (!place.method.pure && !deep && place.method.kind.isScope() && place.below(100) < place.style.patterns) {
      return patterns.one();
    }
    int choice = place.below(deep ? 60 : 108);
    if (place.method.pure) {
      choice = choice < 20 ? 0 : choice < 60 ? 20 : choice < 100 ? choice : 20;
    }
    if (choice < 12) {
      return declaration(place.any(place.method.pure ? PURE : place.style.locals));
    }
    if (choice < 30) {
      return assignment();
    }
    if (choice < 50) {
      return place.method.pure ? assignment() : writes.objectWrite();
    }
    if (choice < 55) {
      return bareCall();
    }
    if (choice < 60) {
      return print();
    }
    if (choice < 80) {
      Code loop = loops.one();
      return loop != null ? loop : branch();
    }
    return choice < 92 ? branch() : choice < 97 ? guarded() : choice < 100 ? locked() : lambdas.one();
  }

  private Code assignment() {
    Code assignment = writes.assignment();
    return assignment != null ? assignment : declaration("int");
  }

  private Code declaration(String type) {
    if (!place.method.pure && place.oneIn(6) && (type.equals("int") || type.equals("double"))) {
      String name = place.fresh("v");
      Code code = place.oneIn(2)
          ? statement(type, " ", name, "; if (", expressions.of("boolean"), ") ", name, " = ", expressions.of(type,
              2), "; else ",
              name, " = ", expressions.of(type, 2), ";")
          : statement(type, " ", name, " = ", expressions.of(type), "; if (", expressions.of("boolean"), ") ", name,
              " = ",
              expressions.of(type, 2), ";");
      place.declare(type, name, true);
      return code;
    }
    boolean last = place.oneIn(4);
    String name = place.fresh(last ? "c" : "v");
    Code code = statement(last ? "final " : "", type, " ", name, " = ", expressions.of(type), ";");
    place.declare(type, name, !last);
    return code;
  }

  private Code bareCall() {
    List<Signature> all = place.callable.stream().filter(place::allows).toList();
    for (int tries = 0; tries < 4 && !all.isEmpty(); tries++) {
      Signature callee = place.any(all);
      if (place.affords(callee)) {
        return statement(expressions.invocation(callee, 2), ";");
      }
    }
    return assignment();
  }

  private Code print() {
    if (place.method.pure || place.times > (place.inTask() ? 3 : 20)) {
      return assignment();
    }
    String type = place.any(List.of("int", "double", "String", "long", "Box", "List<Integer>",
        "Map<Integer, Integer>", "StringBuilder"));
    return place.oneIn(2) ? statement("System.out.println(\"" + place.fresh("p") + " \" + ", expressions.of(type), ");")
        : statement("System.out.println(", expressions.of(place.any(List.of("int", "double", "String", "long"))), ");");
  }

  private Code branch() {
    return switch (place.below(7)) {
      case 0 -> statement("switch (", expressions.of("int"), " & 3) { case 0: ", block(2), "break; case 1: ", "{",
          block(2), "}",
          " default: {", block(2), "} }");
      case 1 -> statement("switch (", expressions.of("int"), " & 3) { case 0, 3 -> {", block(2), "} default -> {",
          block(2), "} }");
      case 2 -> statement("if (", expressions.of("boolean"), ") {", block(2), "}");
      case 3 -> place.method.pure
          ? statement("switch (", expressions.of("String", 0), ") { case \"a\", \"b\" -> {", block(1),
              "} default -> {", block(2), "} }")
          : statement("switch (", expressions.of("Hue", 1), ") { case RED: ", block(2), "case BLUE: {", block(1),
              "} }");
      default -> statement("if (", expressions.of("boolean"), ") {", block(2), "} else {", block(2), "}");
    };
  }

  private Code guarded() {
    if (place.oneIn(3)) {
      return statement("try {", block(2), "} finally {", block(2), "}");
    }
    if (!place.method.pure && place.oneIn(3)) {
      String name = place.fresh("r");
      return statement("try (Res ", name, " = new Res(", expressions.of("Box", 1), ", " + place.oneIn(2) + ")) {",
          block(3), "}",
          place.oneIn(3) ? part(" catch (IllegalStateException ", place.fresh("e"), ") {", block(1), "}") : "",
          place.oneIn(3) ? part(" finally {", block(1), "}") : "");
    }
    return statement("try {", block(2), "} catch (IllegalStateException ", place.fresh("e"), ") {", block(2), "}",
        place.oneIn(3) ? part(" finally {", block(2), "}") : "");
  }

  private Code locked() {
    if (place.method.pure || place.locks > 0) {
      return branch();
    }
    place.locks++;
    Code code = statement("synchronized (", expressions.of("Box", 0), ") {", block(2), "}");
    place.locks--;
    return code;
  }
}
