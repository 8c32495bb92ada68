package dev.deco.internal.runtime;

import dev.deco.internal.views.View;
import dev.deco.internal.views.Viewed;

/**
 * What the rows of a batch hold for collections that their tasks have views of: until the task begins, what to make a
 * view of; then the view; and when its turn has come, the collection itself.
 *
 * <p><b>Concurrency:</b> {@link #take} on the thread that runs the row, all else on the scope's own thread.
 */
final class RowViews {
  private RowViews() {}

  /** The row's task is to run alone: on the collections themselves. */
  static void none(Batch b, int row) {
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof Viewed viewed) {
        b.refs[i] = viewed.origin().original();
      }
    }
  }

  /**
   * The row's task begins: where the row holds a collection to be viewed, it holds a view from now on. {@code left}: the
   * only view of the task before, if that may be shared. Where this row holds the same collection at the same place, and
   * no other, its task goes on with that view.
   */
  static void take(Batch b, int row, View left) {
    int only = left == null ? -1 : only(b, row);
    if (only < 0 || b.refs[only - b.site.refs] != left || !((Viewed) b.refs[only]).joins(left)) {
      take(b, row);
    } else {
      left.changes().join();
      b.refs[only] = left;
    }
  }

  private static void take(Batch b, int row) {
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof Viewed viewed) {
        View known = null;
        for (int k = first(b, row); k < i && known == null; k++) {
          known = b.refs[k] instanceof View view && view.changes().origin() == viewed.origin() ? view : null;
        }
        b.refs[i] = known != null ? known : viewed.view(b.site.groups);
      }
    }
  }

  /** Where the only collection to be viewed is that a row holds; -1 if it holds none, or several. */
  private static int only(Batch b, int row) {
    int only = -1;
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof Viewed) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only;
  }

  /** The only view that the row's task has had, if the next one may go on with it; else {@code null}. */
  static View leaves(Batch b, int row) {
    View only = null;
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof View view) {
        if (only != null || !isOwn(b, view)) {
          return null;
        }
        only = view;
      }
    }
    return only != null && only.changes().isBlind() ? only : null;
  }

  /** A view of the row whose task has read what an earlier one has changed since, or {@code null}. */
  static View stale(Batch b, int row) {
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof View view && isOwn(b, view) && view.changes().stale() != null) {
        return view;
      }
    }
    return null;
  }

  /** Whether the row's task is the first of several with one view. */
  static boolean isFirstOfSeveral(Batch b, int row) {
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof View view && isOwn(b, view) && view.changes().isShared()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the row's task looks at a collection that tasks before it change. */
  static boolean reads(Batch b, int row) {
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof View view && isOwn(b, view) && view.changes().isOnlyRead()) {
        return true;
      }
    }
    return false;
  }

  /** Makes the changes of the row's task. */
  static void replay(Batch b, int row) {
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof View view && isOwn(b, view)) {
        view.changes().replay(b.site);
        giveBack(b, row, view);
      }
    }
  }

  /** The row's task is to be run again, on the collections themselves. */
  static void drop(Batch b, int row) {
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] instanceof View view && isOwn(b, view)) {
        view.changes().origin().ranAgain(b.site);
        giveBack(b, row, view);
      }
    }
  }

  private static int first(Batch b, int row) {
    return row * b.site.refs;
  }

  /** Whether the view was made for one of this scope's rows: a task that has a view may be a scope. */
  private static boolean isOwn(Batch b, View view) {
    return view.changes().origin().scope() == b.activation;
  }

  private static void giveBack(Batch b, int row, View view) {
    for (int i = first(b, row); i < first(b, row + 1); i++) {
      if (b.refs[i] == view) {
        b.refs[i] = view.changes().origin().original();
      }
    }
  }
}
