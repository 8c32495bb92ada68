package dev.deco.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

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

  /** What went wrong with a file, in words: some exceptions of the file system only tell which file it was. */
  static String cause(IOException exception) {
    if (exception instanceof AccessDeniedException) {
      return exception.getMessage() + ": permission denied";
    }
    if (exception instanceof NoSuchFileException) {
      return exception.getMessage() + ": no such file or folder";
    }
    return exception instanceof FileAlreadyExistsException ? exception.getMessage() + ": a file, not a folder"
        : exception.getMessage();
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
