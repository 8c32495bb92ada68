package dev.deco.internal.files;

import java.util.function.Consumer;

/** Class files that can be gone through, which is much faster than asking for one after the other by name. */
@FunctionalInterface
public interface ClassFiles {
  /** Hands all of them to {@code reader}, of two with the same name the one that is found first, or both. */
  void forEach(Consumer<byte[]> reader);

  /** These, then {@code others}. */
  default ClassFiles and(ClassFiles others) {
    return reader -> {
      forEach(reader);
      others.forEach(reader);
    };
  }
}
