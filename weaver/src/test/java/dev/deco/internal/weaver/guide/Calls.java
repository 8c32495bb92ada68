package dev.deco.internal.weaver.guide;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Calls the methods of an example with arguments of its own and prints what they return, throw and change. */
public final class Calls {
  private static final int SIZE = 24;

  private Calls() {}

  public static void print(Class<?> main, String... names) {
    for (String name : names) {
      for (Method method : main.getDeclaredMethods()) {
        if (method.getName().equals(name) && !method.isSynthetic()) {
          print(method);
        }
      }
    }
  }

  private static void print(Method method) {
    method.setAccessible(true);
    Object[] arguments = Arrays.stream(method.getParameterTypes()).map(Calls::argument).toArray();
    String outcome;
    try {
      outcome = "returns " + text(method.invoke(null, arguments));
    } catch (InvocationTargetException e) {
      outcome = "throws " + e.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    System.out.println(method.getName() + " " + outcome + " with " + text(arguments));
  }

  private static Object argument(Class<?> type) {
    if (type == int.class) {
      return SIZE;
    } else if (type == double[].class) {
      return IntStream.range(0, SIZE).asDoubleStream().toArray();
    } else if (type == List.class) {
      return new ArrayList<>(IntStream.range(0, SIZE).boxed().toList());
    } else if (type == String.class) {
      return "text";
    }
    throw new IllegalArgumentException("An example takes a " + type + ", which tests cannot make; add it to Calls.");
  }

  private static String text(Object value) {
    String text = Arrays.deepToString(new Object[] {value});
    return text.substring(1, text.length() - 1);
  }
}
