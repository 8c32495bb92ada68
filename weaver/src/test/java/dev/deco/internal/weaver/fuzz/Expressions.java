package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.expression;

import dev.deco.internal.weaver.fuzz.Place.Variable;
import java.util.ArrayList;
import java.util.List;

/** Random expressions. None of them throws, and none is {@code null}. */
final class Expressions {
  private final Place place;

  Expressions(Place place) {
    this.place = place;
  }

  Code of(String type) {
    return of(type, 1 + place.below(2));
  }

  Code of(String type, int depth) {
    Code call = place.below(10) < (depth >= 2 ? 5 : 2) ? call(type, depth) : null;
    if (call != null) {
      return call;
    }
    boolean shared = place.below(12) < place.style.shared || place.below(4) < 3;
    if (!Types.isPrimitive(type) && !type.equals("String") && shared) {
      Code known = known(type, depth);
      if (known != null) {
        return known;
      }
    }
    if (depth <= 0) {
      Code known = place.below(4) == 0 ? null : known(type, 0);
      return known != null ? known : literal(type);
    }
    if (place.oneIn(12)) {
      return expression(type, "(", of("boolean", depth - 1), " ? ", of(type, depth - 1), " : ", of(type, depth - 1),
          ")");
    }
    Code made = Types.isNumber(type) ? number(type, depth - 1) : switch (type) {
      case "boolean" -> bool(depth - 1);
      case "String" -> string(depth - 1);
      case "Integer", "Long", "Double", "Boolean", "Character" -> box(type, depth - 1);
      default -> object(type, depth - 1);
    };
    return made != null ? made : literal(type);
  }

  /** Something of the type that is in sight: a variable, a field, an element. */
  Code known(String type, int depth) {
    List<Code> found = new ArrayList<>();
    for (Variable variable : place.of(type)) {
      found.add(expression(type, variable.name()));
      found.add(expression(type, variable.name()));
    }
    if (!place.method.pure) {
      switch (type) {
        case "int" -> {
          found.add(expression(type, "sI"));
          from(found, "Box", box -> expression(type, box, ".i"));
          from(found, "Account", account -> expression(type, account, ".balance"));
          from(found, "Prims", prims -> expression(type, "(int) ", prims, place.any(List.of(".i", ".b", ".s", ".c"))));
          found.add(expression(type, "it.w"));
        }
        case "long" -> found.add(expression(type, "sL"));
        case "double" -> {
          found.add(expression(type, "sD"));
          from(found, "Box", box -> expression(type, box, ".d"));
          from(found, "List<Double>", list -> expression(type, "nth(", list, ", ", index(depth), ")"));
        }
        case "String" -> {
          found.add(expression(type, "sS"));
          from(found, "Box", box -> expression(type, box, ".s"));
        }
        case "Integer" -> found.add(expression(type, "sN"));
        case "int[]" -> {
          found.add(expression(type, "sA"));
          from(found, "Box", box -> expression(type, box, ".a"));
          from(found, "int[][]", grid -> expression(type, grid, "[", index(depth), "]"));
          from(found, "List<int[]>", list -> expression(type, list, ".get(", index(depth), ")"));
        }
        case "double[]" -> {
          found.add(expression(type, "sB"));
          from(found, "double[][]", grid -> expression(type, grid, "[", index(depth), "]"));
        }
        case "long[]" -> from(found, "long[][]", grid -> expression(type, grid, "[", index(depth), "]"));
        case "int[][]" -> found.add(expression(type, "sG"));
        case "List<Integer>" -> {
          found.add(expression(type, "sList"));
          from(found, "Box", box -> expression(type, box, ".l"));
          from(found, "Map<Integer, List<Integer>>",
              map -> expression(type, map, ".getOrDefault(", index(depth), ", sList)"));
        }
        case "Map<Integer, Integer>" -> found.add(expression(type, "sMap"));
        case "List<Double>" -> {
          found.add(expression(type, "sFixed"));
          from(found, type, list -> expression(type, list, ".subList(0, 4)"));
        }
        case "Collection<Integer>" -> {
          from(found, "List<Integer>", list -> expression(type, list));
          from(found, "Set<Integer>", set -> expression(type, set));
          from(found, "Map<Integer, Integer>", map -> expression(type, map, place.any(List.of(".keySet()",
              ".values()"))));
          from(found, "Integer[]", array -> expression(type, "Arrays.asList(", array, ")"));
        }
        case "Account" -> {
          found.add(expression(type, "sAccounts[", index(depth), "]"));
          from(found, "Account", account -> expression(type, account, ".last"));
        }
        case "Prims" -> found.add(expression(type, "sPrims"));
        case "Host" -> found.add(expression(type, "sHost"));
        case "boolean" -> found.add(expression(type, "sZ"));
        case "byte" -> found.add(expression(type, "sY"));
        case "short" -> found.add(expression(type, "sH"));
        case "char" -> found.add(expression(type, "sC"));
        case "float" -> found.add(expression(type, "sF"));
        case "Box" -> {
          found.add(expression(type, "sBox"));
          from(found, "Box[]", array -> expression(type, array, "[", index(depth), "]"));
          from(found, "Box", box -> expression(type, box, ".next"));
          from(found, "List<Box>", list -> expression(type, list, ".get(", index(depth), ")"));
        }
        case "Op" -> found.add(expression(type, "sOp"));
        default -> { }
      }
      if (!Types.isArray(type) && place.variables.stream().anyMatch(v -> v.type().equals(type + "[]"))) {
        from(found, type + "[]", array -> expression(type, array, "[", index(depth), "]"));
      }
    }
    return found.isEmpty() ? null : place.any(found);
  }

  private interface Step {
    Code from(Code root);
  }

  private void from(List<Code> found, String type, Step step) {
    List<Variable> roots = place.of(type);
    if (!roots.isEmpty()) {
      found.add(step.from(expression(type, place.any(roots).name())));
    }
  }

  /** An index into any array: all have four elements or more. */
  Code index(int depth) {
    List<Variable> ints = place.of("int");
    if (place.oneIn(3) || ints.isEmpty()) {
      return expression("int", "" + place.below(4));
    }
    if (depth > 1 && place.oneIn(4)) {
      return Code.part("(", of("int", depth - 1), ") & 3");
    }
    return Code.part(expression("int", place.any(ints).name()), " & 3");
  }

  /** A call of something that returns the type, or {@code null}. */
  Code call(String type, int depth) {
    List<Signature> fitting = place.callable.stream().filter(one -> one.result.equals(type)
        && place.allows(one)).toList();
    for (int tries = 0; tries < 3 && !fitting.isEmpty(); tries++) {
      Signature callee = place.any(fitting);
      if (place.affords(callee)) {
        return expression(type, invocation(callee, depth));
      }
    }
    return null;
  }

  /** The text of a call. */
  Code invocation(Signature callee, int depth) {
    List<Object> parts = new ArrayList<>();
    if (callee.instance) {
      parts.add("it.");
    }
    if (callee.receiver != null) {
      parts.add(of(callee.receiver, depth > 1 ? 1 : 0));
      parts.add(".");
    }
    parts.add(callee.name);
    parts.add("(");
    for (int i = 0; i < callee.parameters.size(); i++) {
      parts.add(i == 0 ? "" : ", ");
      String type = callee.parameters.get(i);
      parts.add(argument(type, depth - 1));
    }
    parts.add(")");
    return Code.part(parts.toArray());
  }

  /** An argument for a parameter of the type, or of what stands for a range of numbers or for an array. */
  Code argument(String type, int depth) {
    return switch (type) {
      case "depth" -> Code.part("2");
      case "zero" -> Code.part("0");
      case "four" -> Code.part("4");
      case "few" -> index(depth);
      case "small" -> small();
      case "W" -> Code.part(place.any(List.of("sW", "sW", "sBand.w", "sBand.v")));
      case "M" -> Code.part("sM");
      case "band" -> Code.part("sBand");
      default -> of(type, depth);
    };
  }

  /** From 0 to 7, mostly a variable as it is or nearly so. */
  private Code small() {
    List<Variable> ints = place.of("int");
    return place.oneIn(4) || ints.isEmpty() ? Code.part("" + place.below(8))
        : Code.part(expression("int", place.any(ints).name()), place.any(List.of(" & 7", " * 2 & 7", " / 2 & 7",
            " + 1 & 7", " & 1")));
  }

  private Code number(String type, int depth) {
    if (place.oneIn(4)) {
      Code known = known(type, depth);
      if (known != null) {
        return known;
      }
    }
    String cast = type.equals("int") || type.equals("long") || type.equals("double") ? "" : "(" + type + ") ";
    switch (place.below(12)) {
      case 11 -> {
        return expression(type, cast, "(", of(type, depth + 1), place.any(List.of(" + ", " - ")), "(", of("boolean",
            depth), " ? ",
            of(type, depth + 1), " : ", of(type, depth), "))");
      }
      case 0, 1, 2 -> {
        return expression(type, cast, "(", of(type, depth), place.any(List.of(" + ", " - ", " * ")), of(type, depth),
            ")");
      }
      case 3 -> {
        return Types.isIntegral(type)
            ? expression(type, cast, "(", of(type, depth), place.any(List.of(" ^ ", " & ", " | ", " << ", " >>> ")),
                of(type, depth), ")")
            : expression(type, cast, "(", of(type, depth), " / ", of(type, depth), ")");
      }
      case 4 -> {
        return Types.isIntegral(type)
            ? expression(type, cast, "(", of(type, depth), place.any(List.of(" / ", " % ")), "(", of(type, depth),
                " | 1))")
            : expression(type, cast, "Math.abs(", of(type, depth), ")");
      }
      case 5 -> {
        String other = place.any(Types.PRIMITIVES.stream().filter(Types::isNumber).toList());
        return expression(type, "(", type, ") (", of(other, depth), ")");
      }
      case 6 -> {
        return expression(type, cast, "(-(", of(type, depth), "))");
      }
      default -> {
        Code measured = measured(type, depth);
        return measured != null ? measured : literal(type);
      }
    }
  }

  /** A number that an object tells. */
  private Code measured(String type, int depth) {
    if (type.equals("double")) {
      return place.oneIn(2) ? expression(type, "Math.sqrt(Math.abs(", of("double", depth), "))")
          : expression(type, of("Pair", 0), ".b()");
    }
    if (type.equals("long")) {
      return expression(type, "(long) ", of("Integer", depth));
    }
    if (!type.equals("int")) {
      return null;
    }
    if (place.method.pure) {
      return place.oneIn(2) ? expression(type, of("String", depth), ".length()")
          : expression(type, "Math.max(", of("int", depth), ", ", of("int", depth), ")");
    }
    List<Variable> lambdas = place.of("IntUnaryOperator");
    return switch (place.below(lambdas.isEmpty() ? 10 : 12)) {
      case 0 -> expression(type, of("List<Integer>", 0), ".size()");
      case 1 -> expression(type, "(int) ", of("Map<Integer, Integer>", 0), ".getOrDefault(", index(depth), ", 7)");
      case 2 -> expression(type, of("Op", 0), ".apply(", of("int", depth), ")");
      case 3 -> expression(type, of("String", depth), ".length()");
      case 4 -> expression(type, "at(", of("List<Integer>", 0), ", ", of("int", depth), ")");
      case 5 -> expression(type, "sum(", of("int[]", 0), ")");
      case 6 -> expression(type, "(", of("int[]", 1), ")[", index(depth), "]");
      case 7 -> expression(type, "switch (", of("int", depth), " & 3) { case 0 -> ", of("int", depth),
          "; case 1, 2 -> ", of("int", depth), "; default -> ", of("int", depth), "; }");
      case 8 -> place.oneIn(2) ? expression(type, of("Own", 0), ".go(", of("int", depth), ")")
          : expression(type, of("Pair", depth), ".a()");
      case 9 -> expression(type, of("StringBuilder", 0), ".length()");
      default -> expression(type, place.any(lambdas).name(), ".applyAsInt(", of("int", depth), ")");
    };
  }

  private Code bool(int depth) {
    return switch (place.below(place.method.pure ? 4 : 6)) {
      case 0, 1 -> {
        String type = place.any(List.of("int", "int", "long", "double", "char"));
        yield expression("boolean", "(", of(type, depth), place.any(List.of(" < ", " > ", " == ", " != ", " <= ")),
            of(type, depth), ")");
      }
      case 2 -> expression("boolean", "(", of("boolean", depth), place.any(List.of(" && ", " || ", " ^ ", " & ")),
          of("boolean", depth), ")");
      case 3 -> expression("boolean", "!", of("boolean", depth));
      case 4 -> expression("boolean", of("Set<Integer>", 0), ".contains(", of("int", depth), ")");
      default -> expression("boolean", of("Map<Integer, Integer>", 0), ".containsKey(", index(depth), ")");
    };
  }

  private Code string(int depth) {
    return switch (place.below(4)) {
      case 0 -> expression("String", "cut(", of("String", depth), " + ", of("String", depth), ")");
      case 1 -> expression("String", "(\"s\" + ", of(place.any(Types.PRIMITIVES), depth), ")");
      case 2 -> expression("String", "String.valueOf(", of(place.any(Types.PRIMITIVES), depth), ")");
      default -> place.method.pure ? literal("String")
          : expression("String", "cut(\"o\" + ", of(place.any(List.of("Box", "Pair", "Op", "StringBuilder")), 0), ")");
    };
  }

  private Code box(String type, int depth) {
    String primitive = switch (type) {
      case "Integer" -> "int";
      case "Character" -> "char";
      default -> type.toLowerCase();
    };
    return expression(type, type, ".valueOf(", of(primitive, depth), ")");
  }

  private Code object(String type, int depth) {
    return switch (type) {
      case "Pair" -> expression(type, "new Pair(", of("int", depth), ", ", of("double", depth), ")");
      case "Hue" -> expression(type, "Hue.of(", of("int", depth), ")");
      case "Own" -> anonymous(depth);
      case "Steps" -> expression(type, "new Steps(", of("int", depth), ")");
      case "Host" -> place.oneIn(2) ? expression(type, "new Host(", of("int", depth), ", ", of("int[]", depth), ")")
          : null;
      case "List<Double>" -> expression(type, "Arrays.asList(", of("double", depth), ", 2.0, ", of("double", depth),
          ", 4.5)");
      case "Collection<Integer>" -> expression(type, of(place.any(List.of("List<Integer>", "Set<Integer>")), depth));
      case "Box" -> expression(type, "new Box(", of("int", depth), ")");
      case "Op" -> switch (place.below(3)) {
        case 0 -> expression(type, "new Plus(", of("int", depth), ")");
        case 1 -> expression(type, "new Count()");
        default -> expression(type, "new Into(", of("int[]", depth), ")");
      };
      case "int[]", "double[]", "long[]", "char[]", "byte[]" -> place.oneIn(2) ? null
          : expression(type, "new ", type, " {", of(Types.element(type), depth), ", ", of(Types.element(type), depth),
              ", ",
              of(Types.element(type), 0), ", ", of(Types.element(type), 0), "}");
      case "List<int[]>", "List<Box>" -> {
        String element = type.substring(5, type.length() - 1);
        yield expression(type, "new Array" + type + "(List.of(", of(element, depth), ", ", of(element, 0), ", ",
            of(element, 0),
            ", ", of(element, 0), "))");
      }
      case "List<Integer>" -> expression(type, "new Array" + type + "(List.of(", of("int", depth), "))");
      case "IntUnaryOperator" -> {
        String name = place.fresh("x");
        place.lambda++;
        place.declare("int", name, false);
        Code body = new Expressions(pureHere()).of("int", 1);
        place.forget(place.variables.size() - 1);
        place.lambda--;
        yield expression(type, name, " -> ", body);
      }
      default -> null;
    };
  }

  /** An object of an anonymous class that holds on to what is in sight. */
  private Code anonymous(int depth) {
    String x = place.fresh("x");
    String n = place.fresh("n");
    int sight = place.variables.size();
    place.lambda++;
    Code initial = of("int", depth);
    place.declare("int", x, false);
    Code step = of("int", 1);
    place.lambda--;
    place.forget(sight);
    return expression("Own", "new Own() { int ", n, " = ", initial, "; public int go(int ", x, ") { ", n, " += ",
        step, "; return ", n,
        "; } public String toString() { return \"Own\" + ", n, "; } }");
  }

  /** This place as one where code may touch no object: so lambdas do the same wherever they are called. */
  private Place pureHere() {
    Signature pure = new Signature("lambda", Signature.Kind.PLAIN, "int", List.of(), null, true);
    Place inner = new Place(place.random, place.program, place.style, pure, List.of());
    Variable own = place.variables.get(place.variables.size() - 1);
    inner.declare(own.type(), own.name(), false);
    place.variables.stream().filter(v -> !v.assignable() && v.name().startsWith("c") && Types.isPrimitive(v.type()))
        .forEach(v -> inner.declare(v.type(), v.name(), false));
    return inner;
  }

  Code literal(String type) {
    String text = switch (type) {
      case "int" -> "" + (place.below(9) - 2);
      case "long" -> place.below(100) + "L";
      case "double" -> place.below(100) / 8.0 + "";
      case "float" -> place.below(100) / 8.0 + "f";
      case "boolean" -> "" + place.oneIn(2);
      case "Hue" -> place.oneIn(2) ? "Hue.RED" : "Hue.BLUE";
      case "byte", "short" -> "(" + type + ") " + place.below(100);
      case "char" -> "'" + (char) ('a' + place.below(20)) + "'";
      case "String" -> "\"" + (char) ('a' + place.below(20)) + "\"";
      case "List<int[]>" -> "new ArrayList<int[]>(List.of(new int[4], new int[4], new int[4], new int[4]))";
      case "List<Box>" -> "new ArrayList<Box>(List.of(new Box(1), new Box(2), new Box(3), new Box(4)))";
      case "Map<Integer, Integer>" -> place.oneIn(2) ? "new TreeMap<Integer, Integer>()"
          : "new HashMap<Integer, Integer>()";
      default -> Types.simplest(type);
    };
    return expression(type, text);
  }
}
