package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.expression;
import static dev.deco.internal.weaver.fuzz.Code.part;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import java.util.ArrayList;
import java.util.List;

/** Random statements with lambda expressions and method references that call concurrent methods: streams above all. */
final class Lambdas {
  private final Place place;
  private final Expressions expressions;
  private final Statements statements;

  Lambdas(Place place, Expressions expressions, Statements statements) {
    this.place = place;
    this.expressions = expressions;
    this.statements = statements;
  }

  Code one() {
    return switch (place.below(16)) {
      case 0 -> {
        String run = place.fresh("run");
        yield statement("Runnable ", run, " = () -> {", body(null, null, 2), "};\n", run, ".run();", place.oneIn(2)
            ? run + ".run();" : "");
      }
      case 1 -> {
        String x = place.fresh("x");
        yield statement("new ArrayList<>(", expressions.of("Collection<Integer>", 1), ").forEach(", x, " -> {",
            body("int", x, 2), "});");
      }
      case 2 -> {
        String x = place.fresh("x");
        yield statement(expressions.of("List<Integer>", 0), ".replaceAll(", x, " -> ", function(x, "int"), ");");
      }
      case 3 -> {
        String x = place.fresh("x");
        yield statement(expressions.of("Map<Integer, Integer>", 0), ".computeIfAbsent(", expressions.index(1), ", ",
            x, " -> ",
            function(x, "int"), ");");
      }
      case 4 -> {
        String x = place.fresh("x");
        yield statement(expressions.of("Collection<Integer>", 0), ".removeIf(", x, " -> ", function(x, "boolean"),
            ");");
      }
      case 5 -> {
        String x = place.fresh("x");
        String i = place.fresh("i");
        String array = place.fresh("v");
        place.declare("int[]", array, false);
        yield statement("final int[] ", array, " = new int[6];\nIntStream.range(0, " + (2 + place.below(5)),
            ").forEach(", i, " -> ",
            array, "[", place.oneIn(3) ? i + " / 2" : i, "] = ", function(i, "int"), ");");
      }
      case 6, 7 -> {
        String held = place.fresh("st");
        yield statement("Stream<Integer> ", held, " = ", objects(), ";\nSystem.out.println(", held,
            place.any(List.of(".toList()", ".skip(1).toList()", ".count()", ".findFirst()", ".limit(2).toList()")),
                ");");
      }
      default -> stream();
    };
  }

  /** The body of a lambda expression with a parameter. */
  private Code body(String type, String x, int most) {
    int sight = place.variables.size();
    List<String> labels = new ArrayList<>(place.labels);
    place.labels.clear();
    place.lambda++;
    place.times *= 3;
    if (x != null) {
      place.declare(type, x, false);
    }
    Code body = statements.block(most);
    place.times /= 3;
    place.lambda--;
    place.forget(sight);
    place.labels.addAll(labels);
    return body;
  }

  /** An expression in a lambda's parameter, mostly with a concurrent call. */
  private Code function(String x, String result) {
    int sight = place.variables.size();
    place.lambda++;
    place.times *= 4;
    place.declare("int", x, false);
    Code call = place.oneIn(3) ? null : expressions.call(result, 1);
    Code code = call != null ? call : place.oneIn(2) ? expressions.of(result, 2)
        : result.equals("int") ? expression("int", "mix(", x, ")") : expression("boolean", "odd(", x, ")");
    place.times /= 4;
    place.lambda--;
    place.forget(sight);
    return code;
  }

  /** A method reference, or a lambda expression, from int to another type. */
  private Code mapper(String result, String method) {
    if (place.oneIn(3)) {
      return part(place.program, "::", method);
    }
    String x = place.fresh("x");
    boolean any = result.equals("int") || result.equals("boolean");
    return part(x, " -> ", any ? function(x, result) : part(method, "(", function(x, "int"), ")"));
  }

  private Code stream() {
    Code code = ints();
    String sum = place.any(List.of("sI += ", "sL ^= ", "System.out.println("));
    String end = sum.endsWith("(") ? ");" : ";";
    return switch (place.below(10)) {
      case 0, 1, 2 -> statement(sum, "(int) ", code, ".sum()", end);
      case 3 -> {
        String x = place.fresh("x");
        yield statement(code, place.oneIn(2) ? ".forEach(" : ".forEachOrdered(", x, " -> {", body("int", x, 1), "});");
      }
      case 4 -> statement(sum, code, ".max().orElse(3)", end);
      case 5 -> statement("sS = cut(", code, ".mapToObj(", mapper("String", "text"),
          ").collect(Collectors.joining(\",\")));");
      case 6 -> statement("sD += ", code, ".mapToDouble(y -> half(y)).sum();");
      case 7 -> statement("sL += ", code, ".asLongStream().map(y -> wide(y)).sum();");
      case 8 -> statement("sZ ^= ", code, place.oneIn(2) ? ".anyMatch(" : ".allMatch(", mapper("boolean", "odd"), ");");
      default -> statement("System.out.println(", code, ".boxed().toList());");
    };
  }

  /** A stream of ints that ends. */
  private Code ints() {
    boolean endless = place.oneIn(4);
    Code code = endless ? endless() : part(source(), place.oneIn(2) ? part(".filter(", mapper("boolean", "odd"), ")")
        : "");
    code = part(code, ".map(", mapper("int", "mix"), ")");
    if (endless) {
      code = part(code, ".limit(" + place.below(5), ")");
    }
    return switch (place.below(10)) {
      case 0 -> part(code, ".flatMap(", mapper("IntStream", "burst"), ")");
      case 1 -> part(code, ".skip(1).sorted()");
      case 2 -> part(code, ".limit(2)");
      case 3 -> part(code, ".filter(", mapper("boolean", "odd"), ").limit(2)");
      case 4 -> part(code, ".peek(", place.fresh("x"), " -> count(1))");
      case 5 -> part(code, ".map(", mapper("int", "mix"), ")");
      case 6 -> part(code, ".takeWhile(", mapper("boolean", "odd"), ")");
      default -> code;
    };
  }

  private Code source() {
    return switch (place.below(6)) {
      case 0 -> part("IntStream.of(", expressions.of("int", 1), ", ", expressions.of("int", 1), ", ",
          expressions.of("int", 1), ")");
      case 1 -> part("Arrays.stream(", expressions.of("int[]", 1), ")");
      case 2 -> part(expressions.of("Collection<Integer>", 1), ".stream().mapToInt(y -> y)");
      case 3 -> part("IntStream.rangeClosed(1, " + place.below(6), ")");
      default -> part("IntStream.range(0, " + place.below(8), ")");
    };
  }

  private Code endless() {
    return place.oneIn(3) ? part("IntStream.generate(() -> ", expressions.literal("int"), ")")
        : part("IntStream.iterate(", expressions.of("int", 1), ", y -> y * 3 + 1)");
  }

  /** A stream of objects, read to its end or not at all. */
  private Code objects() {
    String x = place.fresh("x");
    Code source = place.oneIn(3) ? part("Stream.of(", expressions.of("int", 1), ", ", expressions.of("int", 1), ")")
        : part(expressions.of("List<Integer>", 0), ".stream()");
    return part(source, ".", place.oneIn(4) ? part("flatMap(", x, " -> pair(", function(x, "int"), "))")
        : part("map(", x, " -> ", function(x, "int"), ")"));
  }
}
