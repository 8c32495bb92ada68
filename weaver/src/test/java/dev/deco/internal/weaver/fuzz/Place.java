package dev.deco.internal.weaver.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Where code is being generated: the method, what is in sight there, and how often it runs. */
final class Place {
  static final long MOST = 4000;

  /**
   * A variable in sight.
   *
   * @param stays whether it is effectively final
   * @param lambda how many lambda expressions stand around its declaration
   */
  record Variable(String type, String name, boolean assignable, boolean stays, int lambda) {}

  final Random random;
  /** The name of the main class. */
  final String program;
  final Style style;
  final Signature method;
  final List<Signature> callable;
  final List<Variable> variables = new ArrayList<>();
  final List<String> labels = new ArrayList<>();
  /** How often the code here runs in one call of its method. */
  long times = 1;
  int loops;
  int nesting;
  int lambda;
  int locks;
  private int names;

  Place(Random random, String program, Style style, Signature method, List<Signature> callable) {
    this.random = random;
    this.program = program;
    this.style = style;
    this.method = method;
    this.callable = callable;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String fresh(String prefix) {
    return prefix + names++;
  }

  void declare(String type, String name, boolean assignable) {
    variables.add(new Variable(type, name, assignable, !assignable, lambda));
  }

  /** Declares a variable that only its loop changes. */
  void declareIndex(String name) {
    variables.add(new Variable("int", name, false, false, lambda));
  }

  /** Takes all variables out of sight that were declared after there were so many. */
  void forget(int sight) {
    variables.subList(sight, variables.size()).clear();
  }

  boolean isMain() {
    return method.kind == Signature.Kind.PLAIN && method.name.equals("main");
  }

  /** Whether a task may run the code here. */
  boolean inTask() {
    return method.kind.mayBeTask() && !isMain();
  }

  List<Variable> of(String type) {
    return variables.stream().filter(v -> v.type.equals(type) && (v.lambda == lambda || v.stays)).toList();
  }

  List<Variable> assignable() {
    return variables.stream().filter(v -> v.assignable && v.lambda == lambda).toList();
  }

  List<Variable> assignable(String type) {
    return assignable().stream().filter(v -> v.type.equals(type)).toList();
  }

  /** Whether a call of the method may stand here: a task takes no second lock. */
  boolean allows(Signature callee) {
    return callee.pure || !method.pure && (locks == 0 || !inTask());
  }

  /** Takes note of a call; false if the program would run too long. */
  boolean affords(Signature callee) {
    if (method.cost + times * (callee.cost + 1) > (inTask() ? 400 : MOST)) {
      return false;
    }
    method.cost += times * (callee.cost + 1);
    return true;
  }
}
