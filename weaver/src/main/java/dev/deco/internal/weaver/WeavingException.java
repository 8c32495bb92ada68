package dev.deco.internal.weaver;

/** A class cannot be woven; the message says where, why, and what to do. */
public final class WeavingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WeavingException(String message, Throwable cause) {
    super(message, cause);
  }
}
