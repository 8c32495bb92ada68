package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.part;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import dev.deco.internal.weaver.fuzz.Place.Variable;
import java.util.List;

/** Random statements that change a variable, an object or a static. */
final class Writes {
  private static final List<String> FOUND = List.of("Box", "Box", "int[]", "double[]", "int[][]", "List<Integer>",
      "List<Double>", "Map<Integer, Integer>", "Prims", "Account");

  private final Place place;
  private final Expressions expressions;

  Writes(Place place, Expressions expressions) {
    this.place = place;
    this.expressions = expressions;
  }

  /** An assignment to a local variable, or {@code null}. */
  Code assignment() {
    List<Variable> all = place.assignable();
    if (all.isEmpty()) {
      return null;
    }
    Variable target = place.any(all);
    String type = target.type();
    if (Types.isNumber(type) && place.below(3) > 0) {
      if (place.oneIn(5)) {
        return statement(target.name(), place.any(List.of("++", "--")), ";");
      }
      String operator = place.any(Types.isIntegral(type) ? List.of(" += ", " -= ", " *= ", " ^= ") : List.of(" += ",
          " -= "));
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
  Code objectWrite() {
    if (place.method.pure) {
      return assignment();
    }
    if (place.oneIn(8)) {
      String type = place.any(FOUND);
      return write(type, "(" + expressions.of(type, 2).text().strip() + ")");
    }
    List<Variable> objects = place.variables.stream()
        .filter(v -> !Types.isImmutable(v.type()) && place.of(v.type()).contains(v)).toList();
    if (objects.isEmpty() || place.oneIn(6)) {
      return staticWrite();
    }
    Variable target = place.any(objects);
    return write(target.type(), target.name());
  }

  /** A statement that changes the object that an expression is. */
  private Code write(String type, String name) {
    return switch (type) {
      case "Box" -> boxWrite(name);
      case "Op" -> place.oneIn(2) ? statement(name, ".apply(", expressions.of("int"), ");")
          : statement(name, ".take(", expressions.of("int[]", 0), ", ", expressions.of("int"), ");");
      case "StringBuilder" -> statement("if (", name, ".length() < 100) ", name, ".append(",
          expressions.of(place.any(List.of("int", "double", "String", "char", "boolean"))), ").append('", ""
              + (char) ('a' + place.below(9)), "');");
      case "List<Integer>" -> listWrite(name);
      case "List<String>" -> statement("if (", name, ".size() < 50) ", name, ".add(", expressions.of("String"), ");");
      case "List<int[]>" -> arrayWrite("int[]", name + ".get(" + place.below(4) + ")");
      case "List<Box>" -> place.oneIn(2) ? boxWrite(name + ".get(" + place.below(4) + ")")
          : statement(name, ".set(", expressions.index(1), ", ", expressions.of("Box"), ");");
      case "Map<Integer, Integer>" -> mapWrite(name);
      case "List<Double>" -> fixedWrite(name);
      case "Prims" -> primsWrite(name);
      case "Own" -> statement(name, ".go(", expressions.of("int"), ");");
      case "Account" -> place.oneIn(2) ? statement(name, ".balance", place.any(List.of(" = ", " += ", " -= ")),
          expressions.of("int"), ";")
          : statement(name, ".last = ", expressions.of("Account"), ";");
      case "Host" -> place.oneIn(2) ? statement(name, ".sum += ", expressions.of("int"), ";") : arrayWrite("int[]",
          name + ".h");
      case "Collection<Integer>" -> place.oneIn(5) ? statement(name, ".clear();")
          : statement(name, ".remove((Object) ", expressions.of("Integer"), ");");
      case "Map<String, Long>" -> statement(name, ".put(", expressions.of("String"), ", ", expressions.of("long"),
          ");");
      case "Map<Integer, List<Integer>>" -> place.oneIn(2)
          ? statement(name, ".computeIfAbsent(", expressions.index(1), ", k -> new ArrayList<>()).add(",
              expressions.of("int"), ");")
          : statement(name, ".put(", expressions.index(1), ", new ArrayList<>(List.of(", expressions.of("int"), ")));");
      case "Set<Integer>" -> statement(name, place.oneIn(4) ? ".remove(" : ".add(", expressions.of("int"), ");");
      case "Deque<Integer>" -> place.oneIn(3) ? statement("if (!", name, ".isEmpty()) ", name, ".removeFirst();")
          : statement("if (", name, ".size() < 50) ", name, place.oneIn(2) ? ".addLast(" : ".addFirst(",
              expressions.of("int"), ");");
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
    return place.inTask()
        ? statement("if (", grid, "[", index, "].length == 4) ", grid, "[", index, "] = ", expressions.of(row), ";")
        : statement(grid, "[", index, "] = ", expressions.of(row), ";");
  }

  /** In what may be a task an element that is written is read too: so its order is not taken on trust. */
  private Code elementWrite(Code element, String type) {
    boolean plain = !place.inTask();
    if (Types.isNumber(type)) {
      if (plain && place.oneIn(2)) {
        return statement(element, " = ", expressions.of(type), ";");
      }
      if (place.oneIn(6)) {
        return statement(element, "++;");
      }
      return statement(element, place.any(Types.isIntegral(type) ? List.of(" += ", " -= ", " ^= ", " *= ")
          : List.of(" += ", " -= ")),
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
      case 5 -> place.oneIn(3) ? statement(box, ".a = ", expressions.of("int[]"), ";") : arrayWrite("int[]", box
          + ".a");
      case 6 -> listWrite(box + ".l");
      default -> statement(box, ".add(", expressions.of("int"), ");");
    };
  }

  /** A list that cannot grow: it may be a view of an array, or of a part of another list. */
  private Code fixedWrite(String list) {
    return switch (place.below(6)) {
      case 0 -> statement("Collections.reverse(", list, ");");
      case 1 -> statement("Collections.swap(", list, ", ", expressions.index(1), ", ", expressions.index(1), ");");
      case 2 -> statement(list, ".replaceAll(z -> z / 2 + 1);");
      default -> statement(list, ".set(", expressions.index(1), ", ", expressions.of("double"), ");");
    };
  }

  private Code primsWrite(String prims) {
    String type = place.any(Types.PRIMITIVES);
    String field = switch (type) {
      case "long" -> ".j";
      case "boolean" -> ".z";
      default -> "." + type.charAt(0);
    };
    return primitiveWrite(prims + field, type);
  }

  /** Every kind of assignment to a field of a primitive type. */
  private Code primitiveWrite(String field, String type) {
    if (type.equals("boolean")) {
      return statement(field, place.any(List.of(" = ", " ^= ", " &= ", " |= ")), expressions.of(type), ";");
    }
    if (place.oneIn(5)) {
      return place.oneIn(2) ? statement(field, place.any(List.of("++", "--")), ";") : statement(field, " = ",
          expressions.of(type), ";");
    }
    String operator = place.any(Types.isIntegral(type)
        ? List.of(" += ", " -= ", " *= ", " ^= ", " |= ", " &= ", " <<= ", " >>= ", " >>>= ") : List.of(" += ",
            " -= ", " *= ", " /= "));
    String other = operator.length() < 5 && !operator.equals(" ^= ") && !operator.equals(" |= ")
        && !operator.equals(" &= ")
        ? place.any(List.of("int", "double", type)) : place.any(List.of("int", type));
    return statement(field, operator, expressions.of(Types.isIntegral(other) || operator.length() < 5 ? other
        : "int"), ";");
  }

  private Code listWrite(String list) {
    return switch (place.below(8)) {
      case 0 -> statement("if (!", list, ".isEmpty()) ", list, ".set(", list, ".size() - 1, ", expressions.of("int"),
          ");");
      case 1 -> statement("if (!", list, ".isEmpty()) ", list, ".remove(0);");
      case 2 -> statement(list, ".remove((Object) ", expressions.of("Integer"), ");");
      case 3 -> statement("if (", list, ".size() < 50) ", list, ".addAll(List.of(", expressions.of("int"), ", ",
          expressions.of("int"), "));");
      default -> statement(place.times > 1 ? "if (" + list + ".size() < 50) " : "", list, ".add(",
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
    return switch (place.below(15)) {
      case 10 -> primitiveWrite("sY", "byte");
      case 11 -> place.oneIn(2) ? primitiveWrite("sH", "short") : primitiveWrite("sC", "char");
      case 12 -> place.oneIn(2) ? primitiveWrite("sF", "float") : primitiveWrite("sZ", "boolean");
      case 13 -> place.oneIn(2) ? fixedWrite("sFixed") : primsWrite("sPrims");
      case 14 -> place.oneIn(2) ? statement("it.w", place.any(List.of(" = ", " += ", " *= ")), expressions.of("int"),
          ";")
          : statement("sAccounts[", expressions.index(1), "].balance += ", expressions.of("int"), ";");
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

}
