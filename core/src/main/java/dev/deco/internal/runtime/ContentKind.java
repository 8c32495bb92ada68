package dev.deco.internal.runtime;

import java.nio.Buffer;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Kinds of content that the platform's objects have or show: a list may show what another list holds, but never the pixels
 * of an image. Each kind is a bit; what may be of any kind has them all.
 *
 * <p><b>Concurrency:</b> immutable.
 */
final class ContentKind {
  private static final int ELEMENTS = 1;
  private static final int TEXT = 2;
  private static final int PIXELS = 4;
  private static final int BUFFERED = 8;
  private static final int ANY = -1;

  private static final ClassValue<Integer> OF_CLASS = new ClassValue<>() {
    @Override
    protected Integer computeValue(Class<?> type) {
      if (type.isArray()) {
        return ofArray(type.getComponentType());
      } else if (type.getName().startsWith("java.awt.image.")) {
        return PIXELS;
      } else if (Buffer.class.isAssignableFrom(type)) {
        return BUFFERED;
      } else if (!type.getName().startsWith("java.util.") && !type.getName().startsWith("java.lang.")) {
        return ANY;
      } else if (type == StringBuilder.class || type == StringBuffer.class) {
        return TEXT;
      }
      boolean elements = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
          || Map.Entry.class.isAssignableFrom(type) || Iterator.class.isAssignableFrom(type) || type == BitSet.class;
      return elements ? ELEMENTS : ANY;
    }
  };

  private ContentKind() {}

  /** What shows the elements of arrays: lists of objects, images and buffers of numbers. */
  private static int ofArray(Class<?> component) {
    return !component.isPrimitive() ? ELEMENTS : component == boolean.class ? 0
        : component == char.class || component == long.class ? BUFFERED : PIXELS | BUFFERED;
  }

  static int of(Object object) {
    return OF_CLASS.get(object.getClass());
  }
}
