package dev.deco.internal.runtime;

import dev.deco.internal.runtime.Lookahead.Delivery;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/**
 * What a {@link Lookahead} delivers, as the source of a sequential stream of each kind.
 *
 * <p><b>Concurrency:</b> as there.
 */
final class LookaheadSpliterator {
  private LookaheadSpliterator() {}

  private static class Sized {
    final Lookahead ahead;

    Sized(Lookahead ahead) {
      this.ahead = ahead;
    }

    public long estimateSize() {
      return ahead.estimateSize();
    }

    public int characteristics() {
      return ahead.characteristics();
    }
  }

  static final class OfRef<R> extends Sized implements Spliterator<R> {
    OfRef(Lookahead ahead) {
      super(ahead);
    }

    @SuppressWarnings("unchecked")
    private static <R> Delivery to(Consumer<? super R> action) {
      return (ref, bits) -> action.accept((R) ref);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
      return ahead.advance(to(action));
    }

    @Override
    public void forEachRemaining(Consumer<? super R> action) {
      ahead.drain(to(action));
    }

    @Override
    public Spliterator<R> trySplit() {
      return null;
    }
  }

  static final class OfInt extends Sized implements Spliterator.OfInt {
    OfInt(Lookahead ahead) {
      super(ahead);
    }

    private static Delivery to(IntConsumer action) {
      return (ref, bits) -> action.accept((int) bits);
    }

    @Override
    public boolean tryAdvance(IntConsumer action) {
      return ahead.advance(to(action));
    }

    @Override
    public void forEachRemaining(IntConsumer action) {
      ahead.drain(to(action));
    }

    @Override
    public Spliterator.OfInt trySplit() {
      return null;
    }
  }

  static final class OfLong extends Sized implements Spliterator.OfLong {
    OfLong(Lookahead ahead) {
      super(ahead);
    }

    private static Delivery to(LongConsumer action) {
      return (ref, bits) -> action.accept(bits);
    }

    @Override
    public boolean tryAdvance(LongConsumer action) {
      return ahead.advance(to(action));
    }

    @Override
    public void forEachRemaining(LongConsumer action) {
      ahead.drain(to(action));
    }

    @Override
    public Spliterator.OfLong trySplit() {
      return null;
    }
  }

  static final class OfDouble extends Sized implements Spliterator.OfDouble {
    OfDouble(Lookahead ahead) {
      super(ahead);
    }

    private static Delivery to(DoubleConsumer action) {
      return (ref, bits) -> action.accept(Double.longBitsToDouble(bits));
    }

    @Override
    public boolean tryAdvance(DoubleConsumer action) {
      return ahead.advance(to(action));
    }

    @Override
    public void forEachRemaining(DoubleConsumer action) {
      ahead.drain(to(action));
    }

    @Override
    public Spliterator.OfDouble trySplit() {
      return null;
    }
  }
}
