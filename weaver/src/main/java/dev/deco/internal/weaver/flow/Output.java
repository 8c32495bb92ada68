package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;

/** What is printed on {@code System.out} and {@code System.err}: tasks' output is written in program order. */
final class Output {
  private static final Location OUTPUT = new Location.World("output");
  private static final Location IO = new Location.World("io");

  private Output() {}

  /** Whether it is nothing but that. */
  static boolean is(Access access) {
    Node node = access.node() instanceof Node.Reached reached ? reached.root() : access.node();
    boolean stream = node instanceof Node.Root root && root.owner().equals("java/lang/System")
        && (root.field().equals("out") || root.field().equals("err"));
    return stream || access.write() && access.location().equals(OUTPUT);
  }

  /** Whether it may be: a stream that somebody handed over can be {@code System.out}. */
  static boolean mayBe(Access access) {
    return is(access) || access.write() && access.location().equals(IO);
  }
}
