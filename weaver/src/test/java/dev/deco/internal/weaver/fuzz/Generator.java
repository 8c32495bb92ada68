package dev.deco.internal.weaver.fuzz;

import static dev.deco.internal.weaver.fuzz.Code.member;
import static dev.deco.internal.weaver.fuzz.Code.part;
import static dev.deco.internal.weaver.fuzz.Code.statement;

import dev.deco.internal.weaver.fuzz.Place.Variable;
import dev.deco.internal.weaver.fuzz.Signature.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes random programs that keep the language's contract: what tasks do to each other and to their scope is visible to
 * the analysis, or does not depend on its order. A seed always gives the same program.
 */
final class Generator {
  private static final List<String> PLAIN = List.of("int", "int", "int", "long", "double", "String", "char", "byte");
  private static final List<String> RESULTS = List.of("int", "int", "int", "double", "double", "long", "String",
      "boolean",
      "byte", "char", "float", "short", "Integer", "Double", "int[]", "Box", "List<Integer>", "void", "void", "Pair");

  private final Random random;
  private final String name;
  private final Style style;
  private final List<Signature> callable = new ArrayList<>();
  private final List<Code> members = new ArrayList<>();
  private int methods;

  private Generator(String name, Style style, long seed) {
    this.name = name;
    this.style = style;
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    Prelude.METHODS.stream()
        .filter(method -> style == Style.DATA || !Prelude.ONLY_BY_DATA.contains(method.name))
        .filter(method -> random.nextInt(3) > 0).forEach(callable::add);
  }

  /**
   * The program of a seed, as a class of that name with a main method.
   *
   * @param alone with the members of {@link Prelude} that it needs; else it extends the class that has them all
   */
  static Code program(String name, Style style, long seed, boolean alone) {
    return style == Style.SCENES ? Scenes.program(name, seed) : new Generator(name, style, seed).program(alone);
  }

  private Code program(boolean alone) {
    boolean alias = style == Style.ALIAS || style == Style.DATA;
    members.add(member("interface Own { int go(int x); }"));
    members.add(member("@Concurrent static int via(Own own, int x) { return own.go(x) - 1; }"));
    callable.add(new Signature("via", Kind.CONCURRENT, "int", List.of("Own", "int"), null, false));
    if (random.nextInt(alias ? 2 : 3) == 0) {
      Sections sections = new Sections(random, members);
      callable.add(sections.method());
      callable.add(sections.method());
    }
    if (style == Style.COLLECTIONS) {
      Collecting collecting = new Collecting(random, members);
      for (int n = 2 + random.nextInt(3); n > 0; n--) {
        callable.add(collecting.method());
      }
    }
    for (int n = random.nextInt(alias ? 2 : 3); n > 0; n--) {
      method(random.nextInt(5) == 0 ? Kind.PLAIN : Kind.CONCURRENT, true);
    }
    for (int n = 1 + random.nextInt(alias ? 3 : 2); n > 0; n--) {
      method(random.nextInt(4) == 0 ? Kind.PLAIN : Kind.CONCURRENT, false);
    }
    if (random.nextInt(3) == 0) {
      method(Kind.BOTH, false);
    }
    List<Signature> scopes = new ArrayList<>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      scopes.add(method(Kind.SYNCHRONIZED, false));
    }
    List<Code> tail = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      tail.add(new Failing(random, members, annotations(Kind.SYNCHRONIZED)).call());
    }
    Code main = main(scopes, tail);
    Code own = part(Code.all(members), main);
    return part(Prelude.IMPORTS, "public class ", name, alone ? "" : " extends " + Prelude.BASE, " {\nstatic final ",
        name,
        " it = new ", name, "();\nint w;", alone ? Prelude.needed(own.text()) : "", own, "}\n");
  }

  private String annotations(Kind kind) {
    boolean byData = kind.isScope() && (style == Style.DATA || random.nextInt(4) == 0);
    return byData ? kind.annotations.replace("Synchronized", "Synchronized(order = Order.BY_DATA)") : kind.annotations;
  }

  private Signature method(Kind kind, boolean pure) {
    boolean recursive = kind == Kind.BOTH && random.nextInt(2) == 0;
    List<String> types = new ArrayList<>();
    for (int n = random.nextInt(pure ? 2 : 4) + 1; n > 0; n--) {
      List<String> from = pure ? PLAIN : style.arguments;
      types.add(from.get(random.nextInt(from.size())));
    }
    if (recursive) {
      types.add("depth");
    }
    String result = RESULTS.get(random.nextInt(pure ? 12 : RESULTS.size()));
    String id = (kind == Kind.SYNCHRONIZED ? "scope" : kind == Kind.PLAIN ? "plain" : pure ? "pure" : "task")
        + methods++;
    Signature signature = new Signature(id, kind, result, types, null, pure);
    signature.instance = !pure && random.nextInt(5) == 0;
    Place place = new Place(random, name, style, signature, kind.isScope() ? callable
        : callable.stream().filter(one -> one.kind == Kind.PLAIN || random.nextInt(3) == 0).toList());
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      String type = types.get(i).equals("depth") ? "int" : types.get(i);
      boolean assignable = !types.get(i).equals("depth") && random.nextInt(3) > 0;
      parameters.add(type + " p" + i);
      place.declare(type, "p" + i, assignable);
    }
    Statements statements = new Statements(place);
    Expressions expressions = new Expressions(place);
    Object guard = "";
    Object self = "";
    Code end = result.equals("void") ? part("") : part("return ", expressions.of(result, 0), ";");
    if (recursive) {
      String depth = "p" + (types.size() - 1);
      guard = part("if (", depth, " <= 0) {", end, result.equals("void") ? "return;" : "", "}");
      self = recursion(place, expressions, signature, depth);
    }
    Code body = statements.body(kind == Kind.SYNCHRONIZED ? 2 + random.nextInt(3) : 1 + random.nextInt(3));
    Object last = result.equals("void") ? "" : part("return ", expressions.of(result), ";");
    if (recursive) {
      signature.cost *= 8;
    }
    String access = random.nextInt(4) == 0 ? "private " : random.nextInt(4) == 0 ? "final " : "";
    members.add(member(annotations(kind), access, signature.instance ? "" : "static ", result, " ", id, "(",
        String.join(", ", parameters), ") {", guard, body, self, last, "}"));
    callable.add(signature);
    return signature;
  }

  private static Code recursion(Place place, Expressions expressions, Signature signature, String depth) {
    List<Code> calls = new ArrayList<>();
    for (int n = 0; n < 2; n++) {
      List<Object> call = new ArrayList<>(List.of(signature.instance ? "it." : "", signature.name, "("));
      for (int i = 0; i < signature.parameters.size(); i++) {
        String type = signature.parameters.get(i);
        call.add(i == 0 ? "" : ", ");
        call.add(type.equals("depth") ? depth + " - 1" : expressions.of(type, 0));
      }
      call.add(")");
      Code invocation = part(call.toArray());
      List<Variable> targets = place.assignable(signature.result);
      calls.add(targets.isEmpty() ? statement(invocation, ";")
          : statement(place.any(targets).name(), Types.isNumber(signature.result) && place.oneIn(2) ? " += " : " = ",
              invocation, ";"));
    }
    return Code.all(calls);
  }

  private Code main(List<Signature> scopes, List<Code> tail) {
    Signature main = new Signature("main", Kind.PLAIN, "void", List.of(), null, false);
    Place place = new Place(random, name, style, main, callable.stream().filter(one ->
        one.kind == Kind.PLAIN).toList());
    Expressions expressions = new Expressions(place);
    List<Code> statements = new ArrayList<>();
    statements.add(part("\nreset();\nit.w = 1;\n"));
    List<String> types = scopes.stream().flatMap(scope -> scope.parameters.stream()).distinct()
        .filter(type -> !type.equals("depth")).toList();
    for (String type : types) {
      for (int n = 0; n < (Types.isImmutable(type) ? 1 : 2); n++) {
        String variable = place.fresh("m");
        statements.add(statement(type, " ", variable, " = ", n == 0 ? expressions.literal(type)
            : expressions.of(type), ";"));
        place.declare(type, variable, false);
      }
    }
    Code dump = part("System.out.println(show(new Object[] {",
        String.join(", ", place.variables.stream().filter(v ->
            !v.type().equals("IntUnaryOperator")).map(Variable::name).toList()),
        "}) + statics() + it.w);");
    for (Signature scope : scopes) {
      List<Object> call = new ArrayList<>(List.of(scope.instance ? "it." : "", scope.name, "("));
      for (int i = 0; i < scope.parameters.size(); i++) {
        call.add(i == 0 ? "" : ", ");
        call.add(expressions.of(scope.parameters.get(i), 0));
      }
      call.add(")");
      Code invocation = part(call.toArray());
      statements.add(scope.result.equals("void") ? statement(invocation, "; ", dump)
          : statement("System.out.println(\"", scope.name, " \" + show(", invocation, "));\n", dump));
    }
    statements.addAll(tail);
    return part("\npublic static void main(String[] args) {", Code.all(statements), "}\n");
  }
}
