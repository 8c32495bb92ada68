package dev.deco.internal.views;

import java.util.function.Function;

/** A collection of which a task is to get a view when it begins: what its row holds until then. */
public final class Viewed {
  private final Origin origin;
  private final Function<Origin, View> face;
  private final boolean reads;

  /** {@code reads}: the task does not change it. */
  Viewed(Origin origin, Function<Origin, View> face, boolean reads) {
    this.origin = origin;
    this.face = face;
    this.reads = reads;
  }

  public Origin origin() {
    return origin;
  }

  /** Whether a task may go on with the view that the task right before it has left. */
  public boolean joins(View view) {
    return !reads && view.changes().origin() == origin;
  }

  /** A new view; {@code groups}: what is put into collections of it waits. On the thread that runs the task. */
  public View view(boolean groups) {
    View view = face.apply(origin);
    if (groups) {
      view.changes().groups();
    }
    if (reads) {
      view.changes().onlyRead();
    }
    return view;
  }
}
