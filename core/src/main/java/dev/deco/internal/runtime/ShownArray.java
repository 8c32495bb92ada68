package dev.deco.internal.runtime;

import java.lang.reflect.Array;
import java.nio.Buffer;
import java.util.Arrays;
import java.util.List;

/** Whether an object of the platform's shows the elements of an array: a buffer, an image, a list. */
final class ShownArray {
  private static final Class<?> LIST_OF_ARRAY = Arrays.asList().getClass();

  private ShownArray() {}

  /** Whether the content of the two may be the same, where one of them is an array; true where neither is. */
  static boolean mayBe(Object one, Object other) {
    if (one.getClass().isArray() == other.getClass().isArray()) {
      return !one.getClass().isArray();
    }
    return one.getClass().isArray() ? shows(other, one) : shows(one, other);
  }

  private static boolean shows(Object view, Object array) {
    if (view instanceof Buffer buffer) {
      return !buffer.isDirect() && (!buffer.hasArray() || buffer.array() == array);
    } else if (view.getClass() == LIST_OF_ARRAY) {
      return ((List<?>) view).size() == Array.getLength(array);
    } else if (view.getClass().getName().startsWith("java.awt.image.")) {
      return showsPixels(view, array);
    }
    return true;
  }

  /** By reflection, since programs without images may run where there is no module java.desktop. */
  private static boolean showsPixels(Object image, Object array) {
    try {
      Object at = image;
      for (String part : List.of("getRaster", "getDataBuffer")) {
        if (has(at, part)) {
          at = at.getClass().getMethod(part).invoke(at);
        }
      }
      Object banks = has(at, "getBankData") ? at.getClass().getMethod("getBankData").invoke(at) : null;
      return banks == null || banks.getClass().getComponentType() == array.getClass()
          && Arrays.asList((Object[]) banks).contains(array);
    } catch (ReflectiveOperationException hidden) {
      return true;
    }
  }

  private static boolean has(Object object, String method) {
    return Arrays.stream(object.getClass().getMethods()).anyMatch(one -> one.getName().equals(method));
  }
}
