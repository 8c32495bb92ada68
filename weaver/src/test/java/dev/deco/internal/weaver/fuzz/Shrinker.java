package dev.deco.internal.weaver.fuzz;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.fuzz.Code.Role;
import dev.deco.internal.weaver.fuzz.Differential.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a program that goes wrong smaller, as long as it goes wrong in the same way: members and statements are left
 * out, statements give way to what is in them, expressions to parts of them or to constants (Zeller and Hildebrandt,
 * 2002, on a tree). What does not compile is no candidate.
 */
final class Shrinker {
  private static final int SHUFFLES = 12;

  private final Runner runner;
  private final String name;
  private final List<Configuration> configurations;
  private final String manner;
  private final long end;
  private Code best;
  private Mismatch mismatch;

  /** A shrinker that gives up after so many seconds, with the smallest program until then. */
  Shrinker(Runner runner, String name, Code program, Mismatch mismatch, long seed, double seconds) {
    this.runner = runner;
    this.name = name;
    this.best = program;
    this.mismatch = mismatch;
    this.manner = manner(mismatch);
    Configuration failing = mismatch.configuration();
    configurations = new ArrayList<>();
    if (failing != null && failing.engine().equals(Configuration.SERIAL)) {
      configurations.add(failing);
    } else {
      for (int n = 0; failing != null && n < 3; n++) {
        configurations.add(failing);
      }
      configurations.addAll(Differential.configurations(seed, SHUFFLES));
    }
    end = System.nanoTime() + (long) (seconds * 1e9);
  }

  Code program() {
    return best;
  }

  Mismatch mismatch() {
    return mismatch;
  }

  /** How it goes wrong: a failure to weave or a strange exception stays one, and the same one. */
  private static String manner(Mismatch mismatch) {
    String actual = mismatch.actual();
    if (mismatch.configuration() == null) {
      int cause = actual.lastIndexOf("Caused by: ");
      String text = cause >= 0 ? actual.substring(cause) : actual;
      return text.lines().limit(2).reduce("", (a, b) -> a + kindOf(b));
    }
    int thrown = actual.indexOf("thrown ");
    return thrown < 0 ? "" : actual.substring(thrown).split("[: ]")[1];
  }

  private static String kindOf(String line) {
    return line.strip().startsWith("at ") ? line : line.split(":")[0]
        + line.replaceAll(".*(Expected [a-zA-Z ]*).*|.*", "$1");
  }

  /** Whether the program that is to be shrunk goes wrong here too. */
  boolean goesWrong() {
    return accept(Code.part(best));
  }

  /** Tries everything until nothing helps. */
  void shrink() {
    int size;
    do {
      size = best.size();
      remove(Role.MEMBER);
      remove(Role.STATEMENT);
      unwrap();
      simplify();
    } while (best.size() < size && !late());
  }

  private void remove(Role role) {
    for (int chunk = 16; chunk > 0; chunk /= 2) {
      for (int from = 0; from < all(role).size() && !late(); ) {
        List<Code> victims = all(role);
        Code candidate = best;
        for (Code victim : victims.subList(from, Math.min(from + chunk, victims.size()))) {
          candidate = candidate.replace(victim, null);
        }
        if (!accept(candidate)) {
          from += chunk;
        }
      }
    }
  }

  private void unwrap() {
    for (int i = 0; i < all(Role.STATEMENT).size() && !late(); i++) {
      Code outer = all(Role.STATEMENT).get(i);
      List<Code> inner = outer.below(Role.STATEMENT);
      if (!inner.isEmpty() && accept(best.replace(outer, Code.all(inner)))) {
        i--;
      }
    }
  }

  private void simplify() {
    for (int i = 0; i < all(Role.EXPRESSION).size() && !late(); i++) {
      Code old = all(Role.EXPRESSION).get(i);
      String simplest = Types.simplest(old.type);
      List<Code> candidates = new ArrayList<>();
      if (simplest != null && !old.text().strip().equals(simplest)) {
        candidates.add(Code.expression(old.type, simplest));
      }
      old.visit(code -> {
        if (code != old && code.role == Role.EXPRESSION && code.type.equals(old.type)) {
          candidates.add(code);
        }
      });
      for (Code by : candidates) {
        if (accept(best.replace(old, by))) {
          break;
        }
      }
    }
  }

  private List<Code> all(Role role) {
    List<Code> found = new ArrayList<>();
    best.visit(code -> {
      if (code.role == role) {
        found.add(code);
      }
    });
    return found;
  }

  private boolean late() {
    return System.nanoTime() - end > 0;
  }

  private boolean accept(Code candidate) {
    if (candidate == null || candidate == best) {
      return false;
    }
    try {
      CompiledPrograms compiled = CompiledPrograms.of(Map.of(name, candidate.text()));
      Mismatch other = new Differential(runner).compare(compiled, name, configurations);
      if (other == null || !manner(other).equals(manner)
          || (other.configuration() == null) != (mismatch.configuration() == null)) {
        return false;
      }
      best = candidate;
      mismatch = other;
      return true;
    } catch (IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }
}
