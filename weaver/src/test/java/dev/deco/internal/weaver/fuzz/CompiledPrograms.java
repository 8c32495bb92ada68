package dev.deco.internal.weaver.fuzz;

import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.Weaver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Programs compiled in memory by one run of the compiler, as they are and woven. */
final class CompiledPrograms {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, Locale.ROOT, null);
  private static final Map<String, byte[]> LIBRARY = new ConcurrentHashMap<>();
  private static final byte[] NONE = {};

  private final Map<String, byte[]> classes = new HashMap<>();
  private final Weaver weaver;
  private final Map<String, byte[]> wovenClasses = new ConcurrentHashMap<>();
  private final ClassLoader plain = new Loader(false);
  private final ClassLoader woven = new Loader(true);
  private boolean shareBase;

  private CompiledPrograms() {
    ProgramClasses whole = new ProgramClasses(source(), reader -> classes.values().forEach(reader));
    weaver = new Weaver(whole, whole);
  }

  /**
   * Compiles sources by the name of their main class.
   *
   * @throws IllegalArgumentException if they do not compile, with what the compiler says
   */
  static CompiledPrograms of(Map<String, String> sources) {
    CompiledPrograms programs = new CompiledPrograms();
    programs.compile(sources);
    return programs;
  }

  private void compile(Map<String, String> sources) {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(file(name, text)));
    shareBase = sources.values().stream().anyMatch(text -> text.contains(" extends " + Prelude.BASE + " {"));
    if (shareBase) {
      files.add(file(Prelude.BASE, Prelude.base()));
    }
    StringWriter messages = new StringWriter();
    JavaFileManager manager = new ForwardingJavaFileManager<JavaFileManager>(FILES) {
      @Override
      public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
          FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
          @Override
          public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
              @Override
              public void close() {
                classes.put(name.replace('.', '/'), toByteArray());
              }
            };
          }
        };
      }
    };
    List<String> options = List.of("-g", "-nowarn", "-proc:none", "-Xlint:none", "-Xmaxerrs", "8");
    if (!COMPILER.getTask(messages, manager, null, options, null, files).call()) {
      throw new IllegalArgumentException(messages.toString());
    }
  }

  private static JavaFileObject file(String name, String text) {
    return new SimpleJavaFileObject(URI.create("mem:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private ClassSource source() {
    return name -> {
      byte[] own = classes.get(name);
      if (own != null) {
        return own;
      }
      byte[] bytes = LIBRARY.computeIfAbsent(name, CompiledPrograms::library);
      return bytes == NONE ? null : bytes;
    };
  }

  private static byte[] library(String name) {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in == null ? NONE : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The weaver that has read these programs. */
  Weaver weaver() {
    return weaver;
  }

  /** The main class as the compiler wrote it; a new one each time, which is still to be initialised, if it shares none. */
  Class<?> plain(String name) throws ClassNotFoundException {
    return (shareBase ? plain : new Loader(false)).loadClass(name);
  }

  /** The main class, woven; every woven class has been checked. A new one each time, if it shares none. */
  Class<?> woven(String name) throws ClassNotFoundException {
    return (shareBase ? woven : new Loader(true)).loadClass(name);
  }

  /** Defines the compiled classes, woven if asked. */
  private final class Loader extends ClassLoader {
    private final boolean weaves;

    Loader(boolean weaves) {
      super(CompiledPrograms.class.getClassLoader());
      this.weaves = weaves;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name.replace('.', '/'));
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      if (weaves) {
        byte[] original = bytes;
        bytes = wovenClasses.computeIfAbsent(name, any -> weave(original));
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] weave(byte[] original) {
      byte[] result = weaver.weave(original);
      if (result == null) {
        return original;
      }
      check(result);
      return result;
    }

    private void check(byte[] result) {
      StringWriter complaints = new StringWriter();
      CheckClassAdapter.verify(new ClassReader(result), plain, false, new PrintWriter(complaints));
      if (!complaints.toString().isEmpty()) {
        throw new VerifyError("the woven class is no valid class: " + complaints);
      }
    }
  }
}
