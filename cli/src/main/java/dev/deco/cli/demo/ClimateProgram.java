package dev.deco.cli.demo;

import dev.deco.internal.files.JdkClasses;
import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The climate program, loaded from the class files that are packed with the demo into a class loader of its own: once
 * as the compiler made it, once woven. Both are the same class file before that.
 *
 * <p><b>Concurrency:</b> for one thread; the woven program's tasks run on the workers.
 */
final class ClimateProgram {
  private static final String FOLDER = "/META-INF/deco/demo/";
  private static final String MAIN = "climate.Climate";

  private final Class<?> climate;

  private ClimateProgram(UnaryOperator<byte[]> weaving) {
    try {
      climate = Class.forName(MAIN, true, new Loader(weaving));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the demo's program " + MAIN + " is not in this deco.jar: build it again", e);
    }
  }

  /** The program as the compiler made it. */
  static ClimateProgram plain() {
    return new ClimateProgram(UnaryOperator.identity());
  }

  /**
   * The program woven.
   *
   * @throws UnwovenException if the weaver left the program as it was
   */
  static ClimateProgram woven() throws UnwovenException {
    var weaver = new Weaver(classes());
    boolean[] woven = {false};
    var program = new ClimateProgram(file -> {
      byte[] result = weaver.weave(file);
      woven[0] |= result != null;
      return result == null ? file : result;
    });
    if (!woven[0]) {
      throw new UnwovenException();
    }
    return program;
  }

  /** The weaver found nothing to weave in a program that has a synchronized method. */
  static final class UnwovenException extends Exception {
    private static final long serialVersionUID = 1L;

    UnwovenException() {
      super(MAIN + ".processDataSet is marked @Synchronized, but the weaver left the class as it was;"
          + " a serial run would prove nothing. Use a complete deco.jar");
    }
  }

  /** The grid that is packed with the demo. */
  Object grid() {
    return call(nested("Grid"), null, "parse", new String(read("climate/annual-precip.json"), StandardCharsets.UTF_8));
  }

  /** Some rows of {@code grid} as a grid of its own. */
  Object band(Object grid, int first, int count) {
    return call(grid.getClass(), grid, "band", first, count);
  }

  double north(Object grid) {
    return (double) call(grid.getClass(), grid, "north");
  }

  double west(Object grid) {
    return (double) call(grid.getClass(), grid, "west");
  }

  int rows(Object grid) {
    return (int) call(grid.getClass(), grid, "rows");
  }

  int columns(Object grid) {
    return (int) call(grid.getClass(), grid, "columns");
  }

  /** Runs the synchronized method: the weighted mean around each cell, in mm. */
  Map<Integer, Map<Integer, Double>> means(Object grid) {
    return cells(call(climate, null, "processDataSet", grid));
  }

  /** Each cell less its mean, in mm. */
  Map<Integer, Map<Integer, Double>> anomalies(Object grid, Map<Integer, Map<Integer, Double>> means) {
    return cells(call(climate, null, "anomalies", grid, means));
  }

  @SuppressWarnings("unchecked") // what the program's methods are declared to return
  private static Map<Integer, Map<Integer, Double>> cells(Object result) {
    return (Map<Integer, Map<Integer, Double>>) result;
  }

  private Class<?> nested(String name) {
    return Arrays.stream(climate.getDeclaredClasses()).filter(type -> type.getSimpleName().equals(name)).findAny()
        .orElseThrow();
  }

  private static Object call(Class<?> type, Object receiver, String name, Object... arguments) {
    try {
      Method method = Arrays.stream(type.getDeclaredMethods())
          .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length).findAny().orElseThrow();
      method.setAccessible(true);
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The program's own classes, then Deco's and the JDK's. */
  private static ClassSource classes() {
    return name -> {
      byte[] own = read(name + ".class");
      return own != null ? own : JdkClasses.INSTANCE.bytes(name);
    };
  }

  private static byte[] read(String path) {
    try (InputStream in = ClimateProgram.class.getResourceAsStream(FOLDER + path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Defines the program's classes itself, so that each loader has its own of them; the rest is the demo's. */
  private static final class Loader extends ClassLoader {
    private final UnaryOperator<byte[]> weaving;

    Loader(UnaryOperator<byte[]> weaving) {
      super(ClimateProgram.class.getClassLoader());
      this.weaving = weaving;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        byte[] file = read(name.replace('.', '/') + ".class");
        if (file == null) {
          return super.loadClass(name, resolve);
        }
        byte[] woven = weaving.apply(file);
        return defineClass(name, woven, 0, woven.length);
      }
    }
  }
}
