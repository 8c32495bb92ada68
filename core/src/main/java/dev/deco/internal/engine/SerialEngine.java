package dev.deco.internal.engine;

/** Every task runs in place, at once: the program without Deco. */
public final class SerialEngine extends Engine {
  public SerialEngine(Timing timing) {
    super("serial", 1, true, null, null, timing);
  }

  @Override
  public void signal() {}

  @Override
  public void close() {}
}
