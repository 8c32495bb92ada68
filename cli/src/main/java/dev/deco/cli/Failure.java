package dev.deco.cli;

/** The command cannot go on. The message has a place, a cause and a cure, and is all that the user sees. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final int FAILED = 1;
  static final int USAGE = 2;

  final int status;

  private Failure(String message, int status) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The input is at fault. */
  static Failure of(String message) {
    return new Failure(message, FAILED);
  }

  /** The command line is at fault. */
  static Failure usage(String message) {
    return new Failure(message, USAGE);
  }
}
