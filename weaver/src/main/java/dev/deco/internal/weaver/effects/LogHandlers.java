package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code java.util.logging} runs of the program for each record: its own handlers, filters and formatters. Which
 * logger has which of them is known when the program runs, so each may be meant.
 */
final class LogHandlers {
  private static final String PACKAGE = "java/util/logging/";
  /** By type, the method that is called with the record. */
  private static final Map<String, String> METHODS = Map.of(
      PACKAGE + "Handler", "publish(L" + PACKAGE + "LogRecord;)V",
      PACKAGE + "Filter", "isLoggable(L" + PACKAGE + "LogRecord;)Z",
      PACKAGE + "Formatter", "format(L" + PACKAGE + "LogRecord;)Ljava/lang/String;");

  private final Effects effects;
  private final CallEffects calls;

  LogHandlers(Effects effects, CallEffects calls) {
    this.effects = effects;
    this.calls = calls;
  }

  /** Runs them on a record of these arguments. */
  void run(int at, List<Set<Node>> arguments) {
    Set<Node> handler = Set.of(Node.OUTSIDE);
    Set<Node> given = new LinkedHashSet<>(handler);
    arguments.forEach(given::addAll);
    METHODS.forEach((type, method) -> {
      String name = method.substring(0, method.indexOf('('));
      String descriptor = method.substring(name.length());
      List<String> own = new ArrayList<>();
      effects.classes.subtypes(type).forEach(own::add);
      own.removeIf(one -> Classes.isLibrary(one) || !overrides(one, name, descriptor));
      own.forEach(one -> calls.exact(at, one, name, descriptor, List.of(handler, given)));
      for (Lambda lambda : effects.classes.functions(type)) {
        calls.run(at, lambda, handler, List.of(given));
      }
    });
  }

  private boolean overrides(String type, String name, String descriptor) {
    Classes.Declared method = effects.classes.method(type, name, descriptor);
    return method != null && !Classes.isLibrary(method.owner().name)
        && method.method().instructions.size() > 0;
  }
}
