package dev.deco.internal.runtime;

import dev.deco.internal.engine.Counters;
import dev.deco.internal.engine.Worker;

/**
 * The objects that the outstanding rows of a scope hold, read or write: by these it is told, while the program runs, whether
 * the scope has to sync, and in which order tasks run.
 *
 * <p><b>Concurrency:</b> on the scope's own thread.
 */
public abstract sealed class OutstandingObjects permits Outstanding {
  private static final int MOST_NOTED = 1 << 16; // objects, until the scope syncs just to forget them
  private static final int FEW_NOTED = 1 << 6;   // the same where the heap is tight: each may be large

  final Worker worker;
  final Counters counters;           // the worker's
  private InFlightObjects inFlight;  // what unsynced rows hold; made when first needed
  private InFlightObjects others;    // what they hold, while inFlight is what rows would hold; or the other way round
  private boolean asking;            // questions are only asked
  private boolean supposing;         // and they are about what rows would hold
  private boolean met;               // one has been answered with yes
  private Snapshots snapshots;       // copies that they hold; made when first needed
  private DataOrder dataOrder;       // what they read and write, where that orders them; likewise

  OutstandingObjects(Worker worker) {
    this.worker = worker;
    this.counters = worker.counters;
  }

  /** Waits for all tasks so far and replays all deferred statements so far. Throws the scope's first failure. */
  public abstract void sync();

  /** Nothing is in flight any more; {@code order}: what data the rows touched is not needed either. */
  final void forget(boolean order) {
    if (inFlight != null) {
      inFlight.clear();
    }
    if (snapshots != null) {
      snapshots.forget();
    }
    if (dataOrder != null && order) {
      dataOrder.clear();
    }
  }

  /** Whether so many objects are noted that the scope is to sync, since they are kept until then. */
  final boolean notesMany(boolean tight) {
    if (tight && dataOrder != null) {
      dataOrder.forgetIdle();
    }
    return inFlight != null && inFlight.noted() > (tight ? FEW_NOTED : MOST_NOTED);
  }

  /** The row that is being stored holds {@code object} under the weaver's {@code key}. */
  public void touch(Object object, int key) {
    inFlight().add(key, object);
  }

  /** The same for an object whose content counts: a collection may be a view of another one. */
  public void touchContent(Object object, int key) {
    inFlight().addContent(key, object);
  }

  /** The row that is being stored holds, under the weaver's {@code key}, all elements of an array of objects. */
  public void touchElements(Object array, int key) {
    inFlight().addElements(key, (Object[]) array);
  }

  /** The same for all objects that a way leads to from one. */
  public void touchReached(Object from, int key, Reach by) {
    inFlight().addReached(key, from, by, false);
  }

  /** The same where it is their content that counts. */
  public void touchReachedContent(Object from, int key, Reach by) {
    inFlight().addReached(key, from, by, true);
  }

  /** The row holds elements number {@code first} to {@code last} of an array. */
  public void touchSection(Object array, int key, long first, long last) {
    inFlight().addSection(key, array, first, last);
  }

  /** The row holds elements number {@code first} to {@code last} of a list, which may be a view of another one. */
  public void touchPart(Object list, int key, long first, long last) {
    inFlight().addPart(key, list, first, last);
  }

  /** The row holds these elements of some rows of an array of arrays. */
  public void touchRows(Object array, int key, long firstRow, long lastRow, long first, long last) {
    inFlight().addRows(key, (Object[]) array, firstRow, lastRow, first, last);
  }

  /** The task of the row that is being stored reads or writes an object: see the modes of {@link DataOrder}. */
  public void order(Batch b, Object object, int key, int mode, String name) {
    dataOrder().access(b, object, key, mode, name);
  }

  /** The same for elements number {@code first} to {@code last} of an array or a list. */
  public void orderSection(Batch b, Object object, int key, int mode, String name, long first, long last) {
    dataOrder().section(b, object, key, mode, name, first, last);
  }

  /** The same for these elements of some rows of an array of arrays, or for some elements of an array. */
  public void orderRows(Batch b, Object array, int key, int mode, String name, long firstRow, long lastRow, long first,
      long last) {
    dataOrder().rows(b, (Object[]) array, key, mode, name, firstRow, lastRow, first, last);
  }

  /** The same for what cannot be named: it may be any object. */
  public void orderAnything(Batch b, int key, int mode, String name) {
    dataOrder().anything(b, key, mode, name);
  }

  private DataOrder dataOrder() {
    if (dataOrder == null) {
      dataOrder = new DataOrder(counters);
    }
    return dataOrder;
  }

  private InFlightObjects inFlight() {
    if (inFlight == null) {
      inFlight = new InFlightObjects();
    }
    return inFlight;
  }

  /** Something is about to be done that depends on what is in flight, if anything is. */
  private boolean asked() {
    if (snapshots != null) {
      snapshots.changed();
    }
    return inFlight != null;
  }

  private void meet() {
    if (asking) {
      met = true;
    } else {
      sync();
    }
  }

  /** Until {@link #isFree} is called nothing syncs: the scope wants to know whether it would. */
  public void asks() {
    asking = true;
    met = false;
  }

  /** Likewise nothing is in flight but what is noted from now on. */
  public void supposes() {
    swap();
    supposing = true;
  }

  private void swap() {
    InFlightObjects before = inFlight;
    inFlight = others;
    others = before;
  }

  /** Whether the scope would not have synced since {@link #asks}. */
  final boolean isFree() {
    if (supposing) {
      if (inFlight != null) {
        inFlight.clear();
      }
      swap();
      supposing = false;
    }
    asking = false;
    return !met;
  }

  /** What the next row is to hold for a buffer that its task looks at, and its scope goes on to change. */
  public Object snapshot(Object buffer, Site site) {
    if (snapshots == null) {
      snapshots = new Snapshots();
    }
    return snapshots.of(buffer, site, this);
  }

  /** Syncs if a row since the last sync holds {@code object} under {@code key}. */
  public void syncIfInFlight(Object object, int key) {
    if (asked() && inFlight.contains(key, object)) {
      meet();
    }
  }

  /** Syncs if a row since the last sync holds {@code object}, or what may share its content, under {@code key}. */
  public void syncIfContentInFlight(Object object, int key) {
    if (asked() && inFlight.containsContent(key, object)) {
      meet();
    }
  }

  /** Syncs if a row since the last sync holds an element of an array of objects under {@code key}. */
  public void syncIfElementInFlight(Object array, int key) {
    if (asked() && inFlight.containsElementOf(key, (Object[]) array)) {
      meet();
    }
  }

  /** Syncs if a row since the last sync holds, under {@code key}, an object that the way leads to. */
  public void syncIfReachedInFlight(Object from, int key, Reach by) {
    if (asked() && inFlight.containsReached(key, from, by, false)) {
      meet();
    }
  }

  /** The same where it is the content of these objects that counts. */
  public void syncIfReachedContentInFlight(Object from, int key, Reach by) {
    if (asked() && inFlight.containsReached(key, from, by, true)) {
      meet();
    }
  }

  /** Syncs if an object is held that the way leads to, which the row that is about to be stored will hold. */
  public void syncIfHeldReachedInFlight(Object from, int key, Reach by) {
    if (asked() && inFlight.containsHeldReached(key, from, by, false)) {
      meet();
    }
  }

  /** The same where it is the content of these objects that counts. */
  public void syncIfHeldReachedContentInFlight(Object from, int key, Reach by) {
    if (asked() && inFlight.containsHeldReached(key, from, by, true)) {
      meet();
    }
  }

  /** Syncs if a row since the last sync holds some of these elements of the array under {@code key}. */
  public void syncIfSectionInFlight(Object array, int key, long first, long last) {
    if (asked() && inFlight.containsSection(key, array, first, last)) {
      meet();
    }
  }

  /** The same for a list. */
  public void syncIfPartInFlight(Object list, int key, long first, long last) {
    if (asked() && inFlight.containsPart(key, list, first, last)) {
      meet();
    }
  }

  /** Syncs if a row since the last sync holds some of these elements of some rows of the array. */
  public void syncIfRowInFlight(Object array, int key, long firstRow, long lastRow, long first, long last) {
    if (asked() && inFlight.containsRow(key, (Object[]) array, firstRow, lastRow, first, last)) {
      meet();
    }
  }

  /** Syncs if an element of an array is held, whose elements the row that is about to be stored will hold. */
  public void syncIfHeldElementInFlight(Object array, int key) {
    if (asked() && inFlight.containsElementOfHeld(key, (Object[]) array)) {
      meet();
    }
  }
}
