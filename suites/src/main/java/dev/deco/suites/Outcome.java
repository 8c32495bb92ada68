package dev.deco.suites;

/**
 * How a test ended.
 *
 * @param status JUnit's word for it
 * @param text the failure and its places, or empty
 */
record Outcome(String status, String text) {
  /** What must be the same in every run: the status, and the kind of failure with its message; not the places. */
  String essence() {
    String message = text.replaceFirst(" @ .*", "").replaceFirst(" \\+ .*", "").replaceFirst(" <- .*", "")
        .replaceAll("@[0-9a-f]{5,8}\\b", "@ID").replaceAll("\\$\\$?Lambda[^ ,]*", "Lambda").replaceAll("\\d{12,}", "N");
    return (status + " " + message).trim();
  }
}
