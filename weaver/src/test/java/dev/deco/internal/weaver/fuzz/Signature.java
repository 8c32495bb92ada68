package dev.deco.internal.weaver.fuzz;

import java.util.List;

/** A method that generated code can call. */
final class Signature {
  enum Kind {
    PLAIN(""), CONCURRENT("@Concurrent "), SYNCHRONIZED("@Synchronized "), BOTH("@Concurrent @Synchronized ");

    final String annotations;

    Kind(String annotations) {
      this.annotations = annotations;
    }

    boolean isScope() {
      return this == SYNCHRONIZED || this == BOTH;
    }

    /** Whether a task may run it: of such methods, what they write in an array that is a parameter they read too. */
    boolean mayBeTask() {
      return this != SYNCHRONIZED;
    }
  }

  final String name;
  final Kind kind;
  final String result;
  final List<String> parameters;
  /** Type of the object it is called on; {@code null} for static methods. */
  final String receiver;
  /** Whether it is called on the one object of the main class. */
  boolean instance;
  /** Whether it touches no object. */
  final boolean pure;
  /** Statements that one call runs, about. */
  long cost = 1;

  Signature(String name, Kind kind, String result, List<String> parameters, String receiver, boolean pure) {
    this.name = name;
    this.kind = kind;
    this.result = result;
    this.parameters = parameters;
    this.receiver = receiver;
    this.pure = pure;
  }
}
