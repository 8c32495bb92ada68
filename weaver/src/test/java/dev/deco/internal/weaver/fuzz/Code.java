package dev.deco.internal.weaver.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A piece of a program as a tree of text: what the generator builds and the shrinker takes apart. The tree knows what
 * may be left out and what may stand for what; whether the result is a program is the compiler's business.
 */
final class Code {
  enum Role {
    /** Has a type; another expression of that type may stand in its place. */
    EXPRESSION,
    /** May be left out, or replaced by the statements in it. */
    STATEMENT,
    /** A method, field or class: may be left out. */
    MEMBER,
    /** Belongs to what it is in. */
    PART
  }

  final Role role;
  final String type;
  final List<Object> parts;

  private Code(Role role, String type, List<Object> parts) {
    this.role = role;
    this.type = type;
    this.parts = parts;
  }

  static Code expression(String type, Object... parts) {
    return new Code(Role.EXPRESSION, type, List.of(parts));
  }

  static Code statement(Object... parts) {
    return new Code(Role.STATEMENT, null, List.of(parts));
  }

  static Code member(Object... parts) {
    return new Code(Role.MEMBER, null, List.of(parts));
  }

  static Code part(Object... parts) {
    return new Code(Role.PART, null, List.of(parts));
  }

  static Code all(List<Code> pieces) {
    return new Code(Role.PART, null, List.copyOf(pieces));
  }

  /** This tree with {@code old} (by identity) replaced; {@code null} leaves it out. */
  Code replace(Code old, Code by) {
    if (this == old) {
      return by;
    }
    List<Object> changed = null;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Code child) {
        Code other = child.replace(old, by);
        if (other != child) {
          changed = new ArrayList<>(parts);
          if (other == null) {
            changed.remove(i);
          } else {
            changed.set(i, other);
          }
          break;
        }
      }
    }
    return changed == null ? this : new Code(role, type, changed);
  }

  /** Visits the tree, parents first. */
  void visit(Consumer<Code> visitor) {
    visitor.accept(this);
    for (Object part : parts) {
      if (part instanceof Code child) {
        child.visit(visitor);
      }
    }
  }

  /** The nearest pieces of {@code wanted} role below this one. */
  List<Code> below(Role wanted) {
    List<Code> found = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Code child) {
        if (child.role == wanted) {
          found.add(child);
        } else {
          found.addAll(child.below(wanted));
        }
      }
    }
    return found;
  }

  int size() {
    int[] size = new int[1];
    visit(code -> size[0]++);
    return size[0];
  }

  /** The text, one statement a line, indented by its braces. */
  String text() {
    StringBuilder raw = new StringBuilder();
    append(raw);
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (String line : raw.toString().split("\n")) {
      String stripped = line.strip();
      if (stripped.isEmpty()) {
        continue;
      }
      int opened = 0;
      int least = 0;
      for (char c : stripped.toCharArray()) {
        opened += c == '{' ? 1 : c == '}' ? -1 : 0;
        least = Math.min(least, opened);
      }
      text.append("  ".repeat(Math.max(0, depth + least))).append(stripped).append('\n');
      depth += opened;
    }
    return text.toString();
  }

  private void append(StringBuilder text) {
    if (role == Role.STATEMENT || role == Role.MEMBER) {
      text.append('\n');
    }
    for (Object part : parts) {
      if (part instanceof Code child) {
        child.append(text);
      } else {
        text.append(part);
      }
    }
    if (role == Role.STATEMENT || role == Role.MEMBER) {
      text.append('\n');
    }
  }

  @Override
  public String toString() {
    return text();
  }
}
