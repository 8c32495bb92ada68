package dev.deco.internal.files;

import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.UnreadableClassException;
import dev.deco.internal.weaver.effects.Hierarchy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The classes of a program as the weaver sees them: the program's own first, then Deco's and the JDK's; and which of
 * the program's own extend which. The index of subtypes is made when it is first asked for, from the classes' headers.
 *
 * <p><b>Concurrency:</b> may be used from any thread.
 */
public final class ProgramClasses implements ClassSource, Hierarchy {
  private final ClassSource own;
  private final ClassFiles program;
  private final ClassFiles libraries;
  private final boolean library;
  private Map<String, List<String>> directSubtypes; // guarded by this
  private Map<String, Set<String>> makers; // guarded by this
  private Map<String, Set<String>> naming; // guarded by this
  private Set<String> platform; // guarded by this: what is in the index and is not the program's

  /** @param program the program's own classes: all that there are */
  public ProgramClasses(ClassSource own, ClassFiles program) {
    this(own, program, reader -> { }, false);
  }

  /**
   * The classes of a program, or of a library.
   *
   * @param program the own classes
   * @param libraries those that they use. Of what these do behind the platform's types, behind {@code List} or
   *     {@code hashCode}, only what the own classes extend counts: as the platform's own, they are taken to keep to what
   *     these types promise
   * @param library whether other classes may be added to these, which use them
   */
  public ProgramClasses(ClassSource own, ClassFiles program, ClassFiles libraries, boolean library) {
    this.own = own;
    this.program = program;
    this.libraries = libraries;
    this.library = library;
  }

  /** The same classes, those excepted that {@code others} has. */
  public ProgramClasses with(ClassSource others) {
    return new ProgramClasses(name -> {
      byte[] bytes = others.bytes(name);
      return bytes != null ? bytes : own.bytes(name);
    }, program, libraries, library);
  }

  @Override
  public boolean isOpen() {
    return library;
  }

  /** Whether a class can be started: a folder that has such a class holds a program, others hold libraries. */
  public static boolean hasMain(byte[] classFile) {
    boolean[] found = new boolean[1];
    try {
      new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9) {
        @Override public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
            String[] exceptions) {
          found[0] |= name.equals("main") && descriptor.equals("([Ljava/lang/String;)V")
              && (access & Opcodes.ACC_STATIC) != 0;
          return null;
        }
      }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    } catch (RuntimeException unreadable) { // which is said where it is read for itself
      return false;
    }
    return found[0];
  }

  /**
   * The internal name in a class file.
   *
   * @throws UnreadableClassException if it is none, or one that is newer than this Deco
   */
  public static String nameOf(byte[] classFile) {
    try {
      return new ClassReader(classFile).getClassName();
    } catch (RuntimeException damaged) {
      throw new UnreadableClassException(classFile, damaged);
    }
  }

  /** Whether it is a whole class file, as far as can be told: one of a newer Java may be. */
  public static boolean isReadable(byte[] classFile) {
    return UnreadableClassException.isNewer(classFile) || isWhole(classFile);
  }

  private static boolean isWhole(byte[] classFile) {
    try {
      new ClassReader(classFile).accept(new ClassNode(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
      return true;
    } catch (RuntimeException damaged) { // of whatever kind ASM stumbles with
      return false;
    }
  }

  @Override
  public byte[] bytes(String internalName) {
    byte[] bytes = own.bytes(internalName);
    return bytes != null ? bytes : JdkClasses.INSTANCE.bytes(internalName);
  }

  @Override
  public Iterable<String> subtypes(String internalName) {
    Map<String, List<String>> index = index();
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(internalName));
    while (!open.isEmpty()) {
      for (String subtype : index.getOrDefault(open.pop(), List.of())) {
        if (found.add(subtype)) {
          open.push(subtype);
        }
      }
    }
    found.removeIf(platform::contains);
    return found;
  }

  @Override
  public synchronized Iterable<String> makersOf(String internalName) {
    index();
    return makers.getOrDefault(internalName, Set.of());
  }

  @Override
  public synchronized Iterable<String> naming(String name) {
    index();
    return naming.getOrDefault(name, Set.of());
  }

  private synchronized Map<String, List<String>> index() {
    if (directSubtypes == null) {
      Map<String, Header> headers = new LinkedHashMap<>();
      program.forEach(bytes -> enter(bytes, headers));
      Set<String> own = Set.copyOf(headers.keySet());
      libraries.forEach(bytes -> enter(bytes, headers));
      Set<String> mine = above(own, headers);
      Map<String, List<String>> index = new HashMap<>();
      makers = new HashMap<>();
      naming = new HashMap<>();
      for (Header header : headers.values()) {
        boolean isMine = mine.contains(header.name());
        for (String type : header.supertypes()) {
          if (isMine || headers.containsKey(type)) {
            index.computeIfAbsent(type, key -> new ArrayList<>()).add(header.name());
          }
        }
        for (String type : header.made()) {
          if (isMine || headers.containsKey(type)) {
            makers.computeIfAbsent(type, key -> new LinkedHashSet<>()).add(header.name());
          }
        }
        for (String name : isMine ? header.named() : Set.<String>of()) {
          naming.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(header.name());
        }
      }
      platform = platform(index, headers.keySet());
      directSubtypes = index;
    }
    return directSubtypes;
  }

  /** What is no class file cannot be woven either, which is said where it is tried. */
  private static void enter(byte[] bytes, Map<String, Header> headers) {
    Header header = Header.of(bytes);
    if (header != null && !header.name().startsWith("dev/deco/internal/")) {
      headers.putIfAbsent(header.name(), header);
    }
  }

  /** These classes, and those that they extend and implement. */
  private static Set<String> above(Set<String> names, Map<String, Header> headers) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      Header header = headers.get(open.pop());
      if (header != null && all.add(header.name())) {
        open.addAll(header.supertypes());
      }
    }
    return all;
  }

  /** What the platform's classes that the program extends or implements extend and implement themselves. */
  private static Set<String> platform(Map<String, List<String>> index, Set<String> own) {
    Set<String> platform = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(index.keySet());
    while (!open.isEmpty()) {
      String type = open.pop();
      byte[] bytes = !own.contains(type) && platform.add(type) ? JdkClasses.INSTANCE.bytes(type) : null;
      Header header = bytes == null ? null : Header.of(bytes);
      for (String above : header == null ? List.<String>of() : header.supertypes()) {
        index.computeIfAbsent(above, key -> new ArrayList<>()).add(type);
        open.push(above);
      }
    }
    return platform;
  }
}
