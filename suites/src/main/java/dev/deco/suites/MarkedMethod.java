package dev.deco.suites;

/**
 * A method as Deco's effects see it.
 *
 * @param verdict whether it becomes concurrent
 * @param reason why not, or empty
 */
record MarkedMethod(Verdict verdict, String reason) {
  static final MarkedMethod NO_BODY = new MarkedMethod(Verdict.NO_BODY, "");

  boolean concurrent() {
    return verdict == Verdict.CONCURRENT;
  }
}
