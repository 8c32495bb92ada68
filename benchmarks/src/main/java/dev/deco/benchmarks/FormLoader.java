package dev.deco.benchmarks;

import dev.deco.internal.weaver.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;

/**
 * Loads a program for one form, with classes of its own: woven for Deco's forms, and as the compiler wrote them for the others. So the
 * forms are one source, what the JIT learns from one of them does not tell on the others, and Deco can run with several numbers
 * of workers in one process.
 */
public final class FormLoader extends ClassLoader {
  private static final String SHARED = FormLoader.class.getPackageName() + ".";
  private static final String OWN = SHARED + "work.";

  private final boolean woven;

  private FormLoader(boolean woven) {
    super(FormLoader.class.getClassLoader());
    this.woven = woven;
  }

  /**
   * The program of {@code subject} in a form.
   *
   * @param workers how many threads may run it, 1 or more; on one only, where the form says so
   * @throws UnsupportedOperationException if this Java cannot run the form
   */
  public static synchronized Contestant contestant(Subject subject, Form form, int workers) {
    System.setProperty("deco.workers", String.valueOf(form == Form.DECO_ALONE ? 1 : workers));
    try {
      return (Contestant) new FormLoader(form.isWoven()).loadClass(OWN + "Player")
          .getConstructor(Subject.class, Form.class, int.class).newInstance(subject, form, workers);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean own = name.startsWith(OWN) || name.startsWith("climate.")
        || name.startsWith("dev.deco.") && !name.startsWith(SHARED);
    if (!own) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] file = read(name.replace('.', '/') + ".class");
      if (file == null) {
        return super.loadClass(name, resolve);
      }
      byte[] form = woven ? file : Weaver.unwoven(file);
      return defineClass(name, form, 0, form.length);
    }
  }

  private byte[] read(String path) {
    try (InputStream in = getParent().getResourceAsStream(path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
