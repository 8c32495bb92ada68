package dev.deco.internal.weaver.fuzz;

import java.util.List;
import java.util.Map;

/** The types that generated programs use, as they are written in source. */
final class Types {
  static final List<String> PRIMITIVES = List.of("int", "long", "double", "boolean", "byte", "short", "char", "float");
  private static final Map<String, String> BOXED = Map.of("int", "Integer", "long", "Long", "double", "Double",
      "boolean", "Boolean", "char", "Character", "byte", "Byte", "short", "Short", "float", "Float");

  private Types() {}

  static boolean isPrimitive(String type) {
    return PRIMITIVES.contains(type);
  }

  static boolean isNumber(String type) {
    return isPrimitive(type) && !type.equals("boolean");
  }

  static boolean isIntegral(String type) {
    return isNumber(type) && !type.equals("double") && !type.equals("float");
  }

  static boolean isArray(String type) {
    return type.endsWith("[]");
  }

  static String element(String array) {
    return array.substring(0, array.length() - 2);
  }

  static String boxed(String primitive) {
    return BOXED.get(primitive);
  }

  /** Whether values of the type never change. */
  static boolean isImmutable(String type) {
    return isPrimitive(type) || BOXED.containsValue(type) || type.equals("String") 
        || List.of("Pair", "Hue", "Steps", "IntUnaryOperator").contains(type);
  }

  /** The plainest expression of the type; {@code null} where there is none. */
  static String simplest(String type) {
    return switch (type) {
      case "int", "byte", "short" -> "1";
      case "long" -> "1L";
      case "double" -> "1.0";
      case "float" -> "1f";
      case "boolean" -> "true";
      case "char" -> "'a'";
      case "String" -> "\"a\"";
      case "Integer" -> "1";
      case "Long" -> "1L";
      case "Double" -> "1.0";
      case "Boolean" -> "true";
      case "Character" -> "'a'";
      case "Pair" -> "new Pair(1, 1.0)";
      case "Box" -> "new Box(1)";
      case "Op" -> "new Plus(1)";
      case "Hue" -> "Hue.BLUE";
      case "Own" -> "new Own() { public int go(int z) { return z; } public String toString() { return \"own\"; } }";
      case "Prims" -> "new Prims()";
      case "Steps" -> "new Steps(1)";
      case "Host" -> "new Host(1, new int[4])";
      case "Account" -> "new Account(9)";
      case "List<Double>" -> "Arrays.asList(1.0, 2.0, 3.0, 4.0)";
      case "Collection<Integer>" -> "new ArrayList<Integer>()";
      case "StringBuilder" -> "new StringBuilder()";
      case "IntUnaryOperator" -> "z -> z";
      case "Box[]" -> "new Box[] {new Box(1), new Box(2), new Box(3), new Box(4)}";
      case "Integer[]" -> "new Integer[] {1, 2, 3, 4}";
      case "String[]" -> "new String[] {\"a\", \"b\", \"c\", \"d\"}";
      default -> Collecting.made(type) != null && !type.startsWith("Map<") && !type.startsWith("Set<")
          && !type.startsWith("Collection<") ? Collecting.made(type)
          : type.endsWith("[][]") ? "new " + element(element(type)) + "[4][4]"
          : isArray(type) ? "new " + element(type) + "[4]"
          : type.startsWith("List<") ? "new Array" + type + "()"
          : type.startsWith("Map<") || type.startsWith("Set<") ? "new LinkedHash" + type + "()"
          : type.startsWith("Deque<") ? "new Array" + type + "()"
          : null;
    };
  }
}
