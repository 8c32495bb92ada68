package dev.deco.internal.files;

import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.effects.Hierarchy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;

/**
 * The classes of a program as the weaver sees them: the program's own first, then Deco's and the JDK's; and which of the
 * program's own extend which. The index of subtypes is made when it is first asked for, from the classes' headers.
 *
 * <p><b>Concurrency:</b> may be used from any thread.
 */
public final class ProgramClasses implements ClassSource, Hierarchy {
  /** The tag of such an item in a class file's constant pool (JVMS 4.4). */
  private static final int INVOKE_DYNAMIC = 18;

  private final ClassSource own;
  private final Supplier<? extends Iterable<String>> names;
  private Map<String, List<String>> directSubtypes; // guarded by this
  private Map<String, Set<String>> makers; // guarded by this

  /** @param names internal names of the program's own classes */
  public ProgramClasses(ClassSource own, Supplier<? extends Iterable<String>> names) {
    this.own = own;
    this.names = names;
  }

  /** The same classes, those excepted that {@code others} has. */
  public ProgramClasses with(ClassSource others) {
    return new ProgramClasses(name -> {
      byte[] bytes = others.bytes(name);
      return bytes != null ? bytes : own.bytes(name);
    }, names);
  }

  /** The internal name in a class file. */
  public static String nameOf(byte[] classFile) {
    return new ClassReader(classFile).getClassName();
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
    return found;
  }

  @Override
  public synchronized Iterable<String> makersOf(String internalName) {
    index();
    return makers.getOrDefault(internalName, Set.of());
  }

  private synchronized Map<String, List<String>> index() {
    if (directSubtypes == null) {
      Map<String, List<String>> index = new HashMap<>();
      makers = new HashMap<>();
      for (String name : names.get()) {
        byte[] bytes = own.bytes(name);
        if (bytes != null) {
          enter(bytes, index);
        }
      }
      directSubtypes = index;
    }
    return directSubtypes;
  }

  private void enter(byte[] bytes, Map<String, List<String>> index) {
    ClassReader reader;
    try {
      reader = new ClassReader(bytes);
    } catch (RuntimeException unreadable) { // such a class cannot be woven either, which is said where it is tried
      return;
    }
    String name = reader.getClassName();
    if (reader.getSuperName() != null) {
      index.computeIfAbsent(reader.getSuperName(), key -> new ArrayList<>()).add(name);
    }
    for (String type : reader.getInterfaces()) {
      index.computeIfAbsent(type, key -> new ArrayList<>()).add(name);
    }
    char[] text = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && reader.readByte(item - 1) == INVOKE_DYNAMIC) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
        String descriptor = reader.readUTF8(nameAndType + 2, text);
        if (descriptor.endsWith(";") && descriptor.charAt(descriptor.indexOf(')') + 1) == 'L') {
          String made = descriptor.substring(descriptor.indexOf(')') + 2, descriptor.length() - 1);
          makers.computeIfAbsent(made, key -> new LinkedHashSet<>()).add(name);
        }
      }
    }
  }
}
