package dev.deco;

/** Thrown when a setting of Deco cannot be used. The message names the place, the cause and the cure. */
public class ConfigurationException extends RuntimeException {
  public ConfigurationException(String message) {
    super(message);
  }

  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
