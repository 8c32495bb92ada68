package dev.deco.internal.weaver;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that keeps the entries that were asked for last, and forgets the others.
 *
 * <p><b>Concurrency:</b> like a {@link LinkedHashMap}: one thread at a time, for reading too.
 */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;
  private final int most;

  /** {@code most}: entries that are kept, 1 or more. */
  public RecentlyUsed(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
