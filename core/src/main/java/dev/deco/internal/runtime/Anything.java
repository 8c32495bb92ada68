package dev.deco.internal.runtime;

/**
 * All objects of one key together. A row that cannot name its object accesses all of them; one that names it accesses a
 * part, and parts do not meet here: that is each object's own affair.
 *
 * <p>Reads and writes of the whole and of parts go together as the lock modes S, X, IS and IX do (Gray, Lorie, Putzolu,
 * Traiger, "Granularity of locks and degrees of consistency in a shared data base", 1976).
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
final class Anything {
  private Completion writer;                           // of all
  private final Earlier readers = new Earlier();       // of all, since then
  private final Earlier partWriters = new Earlier();   // since then
  private final Earlier partReaders = new Earlier();   // since then

  void part(DataOrder order, boolean write) {
    order.after(writer);
    if (write) {
      readers.precedeMany(order);
      partWriters.add(order.own(), order);
    } else {
      partReaders.add(order.own(), order);
    }
  }

  void whole(DataOrder order, boolean write) {
    order.after(writer);
    if (write) {
      partWriters.precede(order);
      partReaders.precede(order);
      readers.precede(order);
      writer = order.own();
      partWriters.clear();
      partReaders.clear();
      readers.clear();
    } else {
      partWriters.precedeMany(order);
      readers.add(order.own(), order);
    }
  }
}
