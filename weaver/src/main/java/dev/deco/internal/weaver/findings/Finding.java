package dev.deco.internal.weaver.findings;

/**
 * Something that the user should know: where, why, and what to do.
 *
 * @param code {@code DECO-nnn}, which names a page under {@code docs/checks/}
 */
public record Finding(String code, Severity severity, String className, String sourceFile, int line, String cause,
    String cure) {
  public enum Severity { ERROR, WARNING, NOTE }
}
