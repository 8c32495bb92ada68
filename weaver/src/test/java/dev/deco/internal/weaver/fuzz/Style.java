package dev.deco.internal.weaver.fuzz;

import java.util.List;

/** What a run of the fuzzer is after. */
enum Style {
  /** All of the language, and every use of a result. */
  GENERAL(
      List.of("int", "int", "int", "long", "double", "double", "String", "boolean", "byte", "short", "char", "float",
          "Integer", "Double", "Long", "int[]", "int[]", "double[]", "long[]", "byte[]", "short[]", "char[]", "float[]",
          "boolean[]", "String[]", "Integer[]", "Box[]", "int[][]", "double[][]", "List<Integer>", "List<Integer>",
          "List<String>", "List<int[]>", "List<Box>", "List<Double>", "Map<Integer, Integer>", "Map<Integer, Integer>",
          "Map<Integer, List<Integer>>", "Map<String, Long>", "Set<Integer>", "Deque<Integer>", "Collection<Integer>",
          "Box", "Box", "Op", "Own", "StringBuilder", "Pair", "Hue", "Prims", "IntUnaryOperator"),
      List.of("int", "int", "double", "long", "String", "int[]", "int[]", "double[]", "int[][]", "List<Integer>",
          "List<Integer>", "Map<Integer, Integer>", "Box", "Box", "Op", "StringBuilder", "Set<Integer>", "List<int[]>",
          "List<Box>", "Box[]", "Map<Integer, List<Integer>>", "Deque<Integer>", "IntUnaryOperator", "long[]", "byte[]",
          "boolean[]", "String[]", "Integer[]", "double[][]", "Prims", "Hue", "List<Double>"),
      3, 8),

  /** Objects with many names, and tasks that touch what others touch. */
  ALIAS(
      List.of("int", "int", "double", "int[]", "int[]", "double[]", "int[][]", "int[][]", "Box[]", "List<Integer>",
          "List<Integer>", "List<Double>", "List<int[]>", "List<Box>", "Collection<Integer>", "Map<Integer, Integer>",
          "Map<Integer, List<Integer>>", "Box", "Box", "Op", "Own", "StringBuilder", "Prims", "Account"),
      List.of("int", "int[]", "int[]", "double[]", "int[][]", "Box[]", "List<Integer>", "List<Integer>", "List<Double>",
          "Map<Integer, Integer>", "Collection<Integer>", "Box", "Box", "Op", "List<Box>", "List<int[]>",
          "Map<Integer, List<Integer>>", "Account", "Prims", "StringBuilder"),
      10, 20),

  /** The same in scopes whose tasks are ordered by data; in the other styles one scope in four is so. */
  DATA(ALIAS.locals, ALIAS.arguments, 10, 30),

  /** Collections that tasks change and look at, and buffers that their scope changes. */
  COLLECTIONS(GENERAL.locals, GENERAL.arguments, 6, 60),

  /** What the library, the process, other threads and class loading do behind a program's back: {@link Scenes}. */
  SCENES(List.of(), List.of(), 0, 0);

  final List<String> locals;
  final List<String> arguments;
  /** How many of twelve objects are those in sight rather than new ones, beyond three in four of the rest. */
  final int shared;
  /** How many of a hundred statements of a scope are patterns. */
  final int patterns;

  Style(List<String> locals, List<String> arguments, int shared, int patterns) {
    this.locals = locals;
    this.arguments = arguments;
    this.shared = shared;
    this.patterns = patterns;
  }
}
