package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.ClassSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** A source compiled in memory, and its effects as readable strings. */
final class Compiled implements ClassSource {
  private static final String IMPORTS = """
      import java.util.*; import java.util.function.*; import java.util.stream.*; import java.util.concurrent.*;
      import java.util.concurrent.atomic.*; import java.math.*; import java.time.*;
      """;
  private final Map<String, byte[]> classes = new HashMap<>();
  final Effects effects;

  Compiled(String source) {
    this(source, Hierarchy.NONE);
  }

  Compiled(String source, Hierarchy hierarchy) {
    this(source, hierarchy, List.of());
  }

  /** A source that begins with imports has all that it needs. */
  Compiled(String source, Hierarchy hierarchy, List<DeclaredEffects> declared) {
    compile(source.startsWith("import ") ? source : IMPORTS + source);
    effects = new Effects(this, hierarchy, declared);
  }

  private void compile(String source) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var input = new SimpleJavaFileObject(URI.create("mem:///Main.java"), JavaFileObject.Kind.SOURCE) {
      @Override public CharSequence getCharContent(boolean ignore) {
        return source;
      }
    };
    JavaFileManager files = new ForwardingJavaFileManager<JavaFileManager>(
        compiler.getStandardFileManager(null, null, null)) {
      @Override public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
          FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
          @Override public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
              @Override public void close() {
                classes.put(name.replace('.', '/'), toByteArray());
              }
            };
          }
        };
      }
    };
    StringWriter errors = new StringWriter();
    if (!compiler.getTask(errors, files, null, List.of("-g", "-proc:none"), null, List.of(input)).call()) {
      throw new IllegalArgumentException(errors + "\n" + source);
    }
  }

  /** Takes a class away, as if it were missing from the class path. */
  Compiled without(String name) {
    classes.remove(name);
    return this;
  }

  @Override public byte[] bytes(String name) {
    byte[] own = classes.get(name);
    if (own != null) {
      return own;
    }
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in == null || name.indexOf('/') < 0 ? null : in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  ClassNode type(String name) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes(name)).accept(node, 0);
    return node;
  }

  /** The same, or {@code otherwise} where there is no such class. */
  ClassNode type(String name, ClassNode otherwise) {
    return bytes(name) == null ? otherwise : type(name);
  }

  MethodNode method(String type, String name) {
    return type(type).methods.stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
  }

  /** The summary of Main's method of that name. */
  Summary summary(String name) {
    return summary("Main", name);
  }

  Summary summary(String type, String name) {
    return effects.summary(type, name, method(type, name).desc, true);
  }

  Set<String> effects(String name) {
    return strings(summary(name).accesses());
  }

  static Set<String> strings(Iterable<?> all) {
    Set<String> strings = new TreeSet<>();
    all.forEach(one -> strings.add(one.toString()));
    return strings;
  }

  Body body(String name) {
    return new Body(type("Main"), method("Main", name));
  }

  /** One method of Main, with nodes named after the instructions that make them: {@code TreeMap}, {@code call row}. */
  final class Body {
    final MethodNode method;
    final MethodAnalysis analysis;
    private final Map<Integer, String> names = new HashMap<>();

    Body(ClassNode owner, MethodNode method) {
      this.method = method;
      this.analysis = effects.analyze(owner, method);
      Map<String, Integer> counts = new HashMap<>();
      for (int i = 0; i < method.instructions.size(); i++) {
        String name = label(method.instructions.get(i));
        if (name != null) {
          int count = counts.merge(name, 1, Integer::sum);
          names.put(i, count == 1 ? name : name + count);
        }
      }
    }

    private static String label(AbstractInsnNode instruction) {
      if (instruction instanceof MethodInsnNode call) {
        return call.owner.substring(call.owner.lastIndexOf('/') + 1) + "." + call.name;
      } else if (instruction instanceof FieldInsnNode field) {
        return (field.getOpcode() % 2 == 0 ? "get " : "put ") + field.name;
      } else if (instruction instanceof TypeInsnNode type && type.getOpcode() == org.objectweb.asm.Opcodes.NEW) {
        return "new " + Type.getObjectType(type.desc).getClassName().replaceAll(".*\\.", "");
      }
      int opcode = instruction.getOpcode();
      return opcode < 0 ? null : org.objectweb.asm.util.Printer.OPCODES[opcode].toLowerCase(java.util.Locale.ROOT);
    }

    int at(String label) {
      return names.entrySet().stream().filter(one -> one.getValue().equals(label)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException(label + " is not in " + new TreeSet<>(names.values())))
          .getKey();
    }

    Set<String> accesses(String label) {
      return named(analysis.accesses(at(label)));
    }

    /** The objects that the instruction before {@code label} left on top of the stack. */
    Set<String> top(String label) {
      var frame = analysis.frames()[at(label)];
      return named(frame.getStack(frame.getStackSize() - 1).nodes());
    }

    /** The objects that an instruction yields. */
    Set<String> result(String label) {
      var frame = analysis.frames()[at(label) + 1];
      return named(frame.getStack(frame.getStackSize() - 1).nodes());
    }

    Node node(String label) {
      return new Node.Fresh(at(label), true);
    }

    private Set<String> named(Iterable<?> all) {
      Set<String> named = new TreeSet<>();
      for (Object one : all) {
        named.add(java.util.regex.Pattern.compile("new@(\\d+)").matcher(one.toString())
            .replaceAll(match -> names.get(Integer.parseInt(match.group(1)))));
      }
      return named;
    }

    /** All instructions with their accesses: to look at when a test fails. */
    @Override public String toString() {
      List<String> lines = new ArrayList<>();
      names.keySet().stream().sorted().forEach(i -> {
        if (!analysis.accesses(i).isEmpty()) {
          lines.add(names.get(i) + "  " + named(analysis.accesses(i)));
        }
      });
      return String.join("\n", lines);
    }
  }
}
