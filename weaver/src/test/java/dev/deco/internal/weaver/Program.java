package dev.deco.internal.weaver;

import dev.deco.internal.engine.Observer;
import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Engines;
import dev.deco.internal.runtime.OrderedOutput;
import dev.deco.internal.runtime.Stats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small Java program for tests: compiled in memory, run as it is or woven. */
public final class Program {
  private static final long STACK_BYTES = 16 << 20; // for ten thousand levels, whatever the test's own thread has

  private final String name;
  private final String source;
  private final Map<String, byte[]> classes;

  private Program(String name, String source, Map<String, byte[]> classes) {
    this.name = name;
    this.source = source;
    this.classes = classes;
  }

  /** The program in the test resource {@code programs/NAME.java}. */
  public static Program named(String name) {
    return resource("/programs/" + name + ".java");
  }

  /** The program in a test resource. */
  public static Program resource(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    try (InputStream in = Program.class.getResourceAsStream(path)) {
      return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles {@code source}, whose main class is {@code name}. */
  public static Program of(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Map<String, byte[]> classes = new HashMap<>();
    StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
    JavaFileManager files = new ForwardingJavaFileManager<>(standard) {
      @Override
      public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind,
          FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
          @Override
          public ByteArrayOutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
              @Override
              public void close() {
                classes.put(className.replace('.', '/'), toByteArray());
              }
            };
          }
        };
      }
    };
    JavaFileObject file = new SimpleJavaFileObject(URI.create("memory:///" + name + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
    boolean compiled = compiler.getTask(new StringWriter(), files, diagnostics,
        List.of("-g", "-nowarn", "-proc:none", "-classpath", System.getProperty("java.class.path")), null,
        List.of(file)).call();
    if (!compiled) {
      throw new IllegalArgumentException(name + " does not compile: " + diagnostics.getDiagnostics());
    }
    return new Program(name, source, classes);
  }

  public String source() {
    return source;
  }

  /** The class files by internal name, as compiled. */
  public Map<String, byte[]> classes() {
    return classes;
  }

  public ClassSource classSource() {
    return internalName -> {
      byte[] own = classes.get(internalName);
      if (own != null) {
        return own;
      }
      try (InputStream in = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
        return in == null ? null : in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** The class files by internal name, woven where there is something to weave, one by one. */
  public Map<String, byte[]> woven() {
    return woven(new Weaver(classSource()));
  }

  /** The same by a weaver that knows the whole program, as {@code deco run} does. */
  public Map<String, byte[]> wovenWhole() {
    ProgramClasses whole = new ProgramClasses(classSource(), each -> classes.values().forEach(each));
    return woven(new Weaver(whole, whole));
  }

  private Map<String, byte[]> woven(Weaver weaver) {
    Map<String, byte[]> woven = new HashMap<>();
    classes.forEach((internalName, bytes) -> {
      byte[] result = weaver.weave(bytes);
      woven.put(internalName, result == null ? bytes : result);
    });
    return woven;
  }

  /** The main class, defined from {@code classFiles} by a loader of its own. */
  public Class<?> load(Map<String, byte[]> classFiles) {
    ClassLoader loader = new ClassLoader(Program.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String className) throws ClassNotFoundException {
        byte[] bytes = classFiles.get(className.replace('.', '/'));
        if (bytes == null) {
          throw new ClassNotFoundException(className);
        }
        return defineClass(className, bytes, 0, bytes.length);
      }
    };
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code main} printed, a failure included, and what the engine counted. */
  public record Run(String printed, Stats stats) {}

  /** Runs {@code main} with these class files under a configuration. */
  public Run run(Map<String, byte[]> classFiles, Configuration configuration) {
    return run(classFiles, configuration, (Observer) null);
  }

  /** The same; {@code observer}, unless it is null, hears what happens on each line. */
  public Run run(Map<String, byte[]> classFiles, Configuration configuration, Observer observer) {
    return run(classFiles, code -> Engines.observed(configuration, observer, code));
  }

  /** The same; its time is measured by a clock that tells nanoseconds. */
  public Run run(Map<String, byte[]> classFiles, Configuration configuration, LongSupplier clock) {
    return run(classFiles, code -> Engines.timed(configuration, clock, code));
  }

  /** Runs code on some engine. */
  private interface OnEngine {
    void run(Callable<?> code) throws Exception;
  }

  private Run run(Map<String, byte[]> classFiles, OnEngine engine) {
    Run[] run = new Run[1];
    Thread thread = new Thread(null, () -> run[0] = runHere(classFiles, engine), name, STACK_BYTES);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return run[0];
  }

  private Run runHere(Map<String, byte[]> classFiles, OnEngine engine) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    Stats[] stats = new Stats[1];
    synchronized (Program.class) {
      System.setOut(OrderedOutput.over(new PrintStream(printed, true, StandardCharsets.UTF_8)));
      try {
        Class<?> main = load(classFiles);
        engine.run(() -> {
          try {
            Method method = main.getDeclaredMethod("main", String[].class);
            method.setAccessible(true);
            return method.invoke(null, (Object) new String[0]);
          } finally {
            stats[0] = Stats.snapshot();
          }
        });
      } catch (Exception e) {
        System.out.println("failed: " + (e.getCause() == null ? e : e.getCause()));
      } finally {
        System.out.flush();
        System.setOut(before);
      }
    }
    return new Run(printed.toString(StandardCharsets.UTF_8), stats[0]);
  }
}
