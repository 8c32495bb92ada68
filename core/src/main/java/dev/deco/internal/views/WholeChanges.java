package dev.deco.internal.views;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * Of a view that is a copy itself, in the fields of its JDK class: for classes whose fields other code of the JDK looks
 * into, or which cannot be overridden in full. Such a task has read everything.
 */
final class WholeChanges<C> extends Changes<C> {
  private final BiPredicate<C, C> same;
  private final BiConsumer<C, C> fill;

  /**
   * Of a view.
   *
   * @param same whether two collections hold the same
   * @param fill makes its first argument hold what its second holds
   */
  WholeChanges(Origin origin, C view, BiPredicate<C, C> same, BiConsumer<C, C> fill) {
    super(origin, view);
    this.same = same;
    this.fill = fill;
  }

  static <E> void refill(Collection<E> target, Collection<E> copy) {
    target.clear();
    target.addAll(copy); // a heap in its own order is a heap already
  }

  static <K, V> void refill(Map<K, V> target, Map<K, V> copy) {
    target.clear();
    copy.forEach(target::put);
  }

  @Override
  C twin(C original) {
    throw new IllegalStateException("a whole copy is its own twin");
  }

  @Override
  boolean apply(C target) {
    return false;
  }

  @Override
  boolean restore(C target, C copy) {
    if (same.test(target, copy)) {
      return false;
    }
    fill.accept(target, copy);
    return true;
  }

  @Override
  Read changedSinceRead() {
    return Read.of("its content");
  }

  @Override
  boolean changed(Read read) {
    return true;
  }
}
