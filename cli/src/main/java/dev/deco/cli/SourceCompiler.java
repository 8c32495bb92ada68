package dev.deco.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.deco.Concurrent;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles source files in memory, with Deco on the class path and the sources that they need from beside them. */
final class SourceCompiler {
  /** White space, comments and annotations may stand before the package's name. */
  private static final Pattern PACKAGE =
      Pattern.compile("\\A(?:\\s|//[^\\n]*|/\\*(?s:.*?)\\*/)*package\\s+([\\w$.\\s]+?)\\s*;");

  /**
   * @param classes class files by internal name
   * @param topLevel names of the classes that the first source file declares, in its order
   * @param root the folder that the package names start at, or {@code null} where a file is not in its package's folder
   */
  record Compiled(Map<String, byte[]> classes, List<String> topLevel, Path root) {}

  private final List<Path> sources;
  private final List<Path> classPath;

  SourceCompiler(List<Path> sources, List<Path> classPath) {
    this.sources = sources;
    this.classPath = classPath;
  }

  /**
   * @throws Failure when there is no compiler or the sources do not compile; javac's words are then on standard error
   */
  Compiled compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw Failure.of(sources.get(0) + ": cannot compile it, this Java has no compiler ("
          + System.getProperty("java.home") + "); use a JDK, or compile first and say deco run -cp PATH Main");
    }
    Path root = root(sources.get(0));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();
    List<String> topLevel = new ArrayList<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.getDefault(), StandardCharsets.UTF_8)) {
      StringWriter other = new StringWriter();
      JavacTask task = (JavacTask) compiler.getTask(other, new InMemory(files, outputs), diagnostics, options(root),
          null, programs(files.getJavaFileObjectsFromPaths(sources)));
      task.addTaskListener(topLevelOf(sources.get(0), topLevel));
      if (!task.call()) {
        throw refused(diagnostics.getDiagnostics(), other.toString());
      }
    } catch (IOException e) {
      throw Failure.of(sources.get(0) + ": cannot read it: " + e.getMessage());
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return new Compiled(classes, topLevel, root);
  }

  private List<String> options(Path root) {
    String path = Stream.concat(classPath.stream().map(Path::toString), Stream.of(ownClasses()))
        .collect(Collectors.joining(File.pathSeparator));
    return List.of("-g", "-parameters", "-proc:none", "-encoding", "UTF-8", "-implicit:class", "-classpath", path,
        "-sourcepath", root == null ? "" : root.toString());
  }

  private static String ownClasses() {
    try {
      return Path.of(Concurrent.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e); // the class loader's own URL
    }
  }

  private Failure refused(List<Diagnostic<? extends JavaFileObject>> diagnostics, String other) {
    int errors = 0;
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
        System.err.println(diagnostic);
      }
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        errors++;
      }
    }
    System.err.print(other);
    return Failure.of(sources.get(0) + " does not compile: " + errors + (errors == 1 ? " error" : " errors")
        + ", told above; correct " + (errors == 1 ? "it" : "them") + " and run again");
  }

  /** The folder that holds the file's package, if the file is where its package says. */
  static Path root(Path source) {
    String text;
    try {
      text = Files.readString(source);
    } catch (MalformedInputException e) {
      throw Failure.of(source + ": not UTF-8 text; convert it to UTF-8");
    } catch (IOException e) {
      throw Failure.of(source + ": cannot read it: " + e.getMessage());
    }
    Path folder = source.toAbsolutePath().normalize().getParent();
    Matcher declared = PACKAGE.matcher(text);
    if (!declared.find()) {
      return folder;
    }
    Path below = Path.of("", declared.group(1).replaceAll("\\s", "").split("\\."));
    if (!folder.endsWith(below)) {
      return null;
    }
    Path root = folder;
    for (int i = 0; i < below.getNameCount(); i++) {
      root = root.getParent();
    }
    return root;
  }

  private static TaskListener topLevelOf(Path source, List<String> names) {
    URI wanted = source.toAbsolutePath().toUri().normalize();
    return new TaskListener() {
      @Override
      public void finished(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.PARSE || !event.getSourceFile().toUri().normalize().equals(wanted)) {
          return;
        }
        var unit = event.getCompilationUnit();
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        for (Tree declared : unit.getTypeDecls()) {
          if (declared instanceof ClassTree type) {
            names.add(prefix + type.getSimpleName());
          }
        }
      }
    };
  }

  /** The same files, whose public classes may have other names: {@code java FILE} does not mind either. */
  private static List<JavaFileObject> programs(Iterable<? extends JavaFileObject> files) {
    List<JavaFileObject> programs = new ArrayList<>();
    for (JavaFileObject file : files) {
      programs.add(new ForwardingJavaFileObject<>(file) {
        @Override
        public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
          return kind == JavaFileObject.Kind.SOURCE || super.isNameCompatible(simpleName, kind);
        }
      });
    }
    return programs;
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs;

    InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> outputs) {
      super(files);
      this.outputs = outputs;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
        FileObject sibling) {
      String internalName = name.replace('.', '/');
      return new SimpleJavaFileObject(URI.create("memory:///" + internalName + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          outputs.put(internalName, bytes);
          return bytes;
        }
      };
    }
  }
}
