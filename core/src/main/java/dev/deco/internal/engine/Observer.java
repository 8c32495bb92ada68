package dev.deco.internal.engine;

/**
 * Hears what scopes do, place by place. On an engine that is observed every task is handed to workers and every
 * deferred statement waits until something asks for it, so that what is heard follows from the plan, not from timing.
 *
 * <p><b>Concurrency:</b> called on the threads of scopes, of several at a time.
 */
public interface Observer {
  /** What a place did: the words of a plan. */
  enum Event { SPAWNED, DEFERRED, FORCED, SYNCED, IN_PLACE }

  /**
   * A line did something.
   *
   * @param type the class's name
   * @param method the method's name, or null where only the line is known
   * @param line the line, or -1 where only the method is known
   * @param times how often
   */
  void happened(Event event, String type, String method, int line, long times);
}
