package dev.deco;

/**
 * Thrown when a setting of Deco cannot be used. The message names the place, the cause and the cure.
 *
 * <p><b>Concurrency:</b> thrown on the thread that first needs the settings, by the first scope of the process as a
 * rule, and again on each that needs them later; no task has run then.
 */
public class ConfigurationException extends RuntimeException {
  /** @param message the place, the cause and the cure */
  public ConfigurationException(String message) {
    super(message);
  }

  /**
   * The same, of a place that cannot be read.
   *
   * @param message the place, the cause and the cure
   * @param cause what reading it failed with
   */
  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
