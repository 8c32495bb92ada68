package dev.deco.internal.weaver.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Where code is being generated: the method, what is in sight there, and how often it runs. */
final class Place {
  static final long MOST = 4000;

  /** A variable in sight. */
  record Variable(String type, String name, boolean assignable) {}

  final Random random;
  final Signature method;
  final List<Signature> callable;
  final List<Variable> variables = new ArrayList<>();
  /** How often the code here runs in one call of its method. */
  long times = 1;
  int loops;
  int nesting;
  int lambda;
  private int names;

  Place(Random random, Signature method, List<Signature> callable) {
    this.random = random;
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

  boolean isMain() {
    return method.kind == Signature.Kind.PLAIN && method.name.equals("main");
  }

  List<Variable> of(String type) {
    return variables.stream().filter(variable -> variable.type.equals(type)
        && (lambda == 0 || !variable.assignable)).toList();
  }

  List<Variable> assignable(String type) {
    return lambda > 0 ? List.of()
        : variables.stream().filter(variable -> variable.type.equals(type) && variable.assignable).toList();
  }

  /** Takes note of a call; false if the program would run too long. */
  boolean affords(Signature callee) {
    if (method.cost + times * (callee.cost + 1) > (method.kind.mayBeTask() && !isMain() ? 400 : MOST)) {
      return false;
    }
    method.cost += times * (callee.cost + 1);
    return true;
  }
}
