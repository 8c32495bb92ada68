package dev.deco.internal.weaver.effects;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which types have objects that never change, with all that they reach. A type is immutable where each object of it that
 * there can be in the program is one: those of its subclasses, too. What a function does when it is called is no part of
 * it, so functions ({@code MethodHandle}, {@code VarHandle}) are not immutable here.
 */
final class Immutability {
  /** Those that no class outside of the platform can extend. */
  private static final Set<String> VALUES = Set.of("java/lang/String", "java/lang/Boolean", "java/lang/Byte",
      "java/lang/Character", "java/lang/Short", "java/lang/Integer", "java/lang/Long", "java/lang/Float",
      "java/lang/Double", "java/lang/Void", "java/lang/Class", "java/lang/StackTraceElement", "java/lang/Module",
      "java/lang/invoke/MethodType", "java/lang/Character$UnicodeBlock", "java/math/MathContext",
      "java/util/UUID", "java/util/Locale", "java/util/Currency", "java/util/OptionalInt", "java/util/OptionalLong",
      "java/util/OptionalDouble", "java/util/regex/Pattern", "java/net/URI", "java/net/URL", "java/net/InetAddress",
      "java/nio/file/attribute/FileTime", "java/util/HexFormat", "java/util/Base64$Encoder",
      "java/util/Base64$Decoder", "java/lang/Runtime$Version", "java/nio/ByteOrder", "java/time/ZoneId");
  /** Those that are immutable as the platform makes them, and which the program may extend. */
  private static final Set<String> OPEN_VALUES = Set.of("java/math/BigDecimal", "java/math/BigInteger",
      "java/io/File", "java/nio/file/Path", "java/nio/charset/Charset", "java/awt/Color", "java/awt/BasicStroke",
      "java/awt/Font", "java/time/chrono/Chronology", "java/time/chrono/ChronoLocalDate",
      "java/time/chrono/ChronoLocalDateTime", "java/time/chrono/ChronoZonedDateTime", "java/time/chrono/ChronoPeriod",
      "java/time/chrono/Era", "java/time/chrono/AbstractChronology");
  private static final Set<String> TIME_TYPES_THAT_CHANGE = Set.of("java/time/format/DateTimeFormatterBuilder");

  private final Effects effects;
  private final Classes classes;
  private final Map<String, Boolean> known = new HashMap<>();
  /** Types of which this would be different if some class were another one, or were there. */
  private final Set<String> shaky = new HashSet<>();

  Immutability(Effects effects) {
    this.effects = effects;
    this.classes = effects.classes;
  }

  boolean immutable(Type type) {
    if (type == null || type.getSort() == Type.METHOD) {
      return false;
    }
    return switch (type.getSort()) {
      case Type.ARRAY -> false;
      case Type.OBJECT -> immutable(type.getInternalName());
      default -> true;
    };
  }

  boolean immutable(String name) {
    if (OPEN_VALUES.contains(name)) {
      return classes.subtypes(name).stream().allMatch(Classes::isLibrary);
    }
    Boolean found = known.get(name);
    if (found != null) {
      if (shaky.contains(name)) {
        effects.fixpoint.noteUnstable();
      }
      return found;
    }
    known.put(name, true); // a type that refers to itself is as immutable as the rest of it
    int before = effects.fixpoint.unstable();
    boolean immutable = compute(name);
    if (effects.fixpoint.unstable() > before) {
      shaky.add(name);
    }
    if (immutable) {
      known.put(name, true);
    } else {
      known.values().removeIf(value -> value); // what relied on the assumption is asked for anew
      known.put(name, false);
    }
    return immutable;
  }

  private boolean compute(String name) {
    if (name.equals("null") || VALUES.contains(name)) {
      return true;
    }
    if (name.startsWith("java/time/")) {
      return !TIME_TYPES_THAT_CHANGE.contains(name) && classes.isFinal(name);
    }
    ClassNode at = classes.find(name);
    if (at == null) {
      return false;
    }
    boolean isEnum = Classes.is(at.access, Opcodes.ACC_ENUM) || "java/lang/Enum".equals(at.superName);
    if (Classes.isLibrary(name)) {
      return isEnum;
    }
    if (!Classes.is(at.access, Opcodes.ACC_FINAL) && !subclasses(at, isEnum).stream().allMatch(this::immutable)) {
      return false;
    }
    boolean closed = isEnum || Classes.is(at.access, Opcodes.ACC_FINAL) || at.permittedSubclasses != null;
    boolean simple = "java/lang/Object".equals(at.superName) || "java/lang/Record".equals(at.superName)
        || "java/lang/Enum".equals(at.superName) || at.superName != null && fieldsImmutable(at.superName);
    return closed && simple && fieldsImmutable(name) && isQuiet(at);
  }

  /** Whether it makes no difference when objects of the class are compared, hashed and printed. */
  private boolean isQuiet(ClassNode at) {
    if (at.methods.stream().noneMatch(one -> LoudMethods.METHODS.containsKey(one.name) && !isGenerated(one))) {
      return true;
    }
    effects.fixpoint.noteUnstable();
    return effects.loud != null && !effects.loud.isLoud(at.name);
  }

  /** Whether it is one of a record's own. */
  private static boolean isGenerated(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof InvokeDynamicInsnNode call
          && call.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
        return true;
      }
    }
    return false;
  }

  /** The classes below one that says which these are: a sealed one, or an enum whose constants have bodies. */
  private Set<String> subclasses(ClassNode at, boolean isEnum) {
    Set<String> below = new LinkedHashSet<>();
    if (at.permittedSubclasses != null) {
      below.addAll(at.permittedSubclasses);
    }
    if (isEnum) { // compilers before Java 17 do not say that it is sealed
      below.addAll(classes.subtypes(at.name));
      at.innerClasses.stream().map(inner -> inner.name).filter(inner -> inner.startsWith(at.name + "$")
          && classes.find(inner) != null && at.name.equals(classes.find(inner).superName)).forEach(below::add);
    }
    return below;
  }

  /** Whether objects of this type refer to immutable objects only, though they may change themselves. */
  boolean leaf(Type type) {
    if (type.getSort() == Type.ARRAY) {
      return immutable(Type.getType(type.getDescriptor().substring(1)));
    } else if (type.getSort() != Type.OBJECT || immutable(type)) {
      return true;
    }
    String name = type.getInternalName();
    if (Classes.isLibrary(name)) {
      return name.equals("java/lang/StringBuilder") || name.equals("java/lang/StringBuffer");
    }
    for (String at : classes.supertypes(name)) {
      ClassNode node = classes.find(at);
      if (node == null || Classes.isLibrary(at) && !at.equals("java/lang/Object") && !at.equals("java/lang/Record")
          && !Classes.is(node.access, Opcodes.ACC_INTERFACE)) {
        return false;
      }
      for (FieldNode field : Classes.isLibrary(at) ? List.<FieldNode>of() : node.fields) {
        if (!Classes.is(field.access, Opcodes.ACC_STATIC) && !immutable(Type.getType(field.desc))) {
          return false;
        }
      }
    }
    return classes.isFinal(name);
  }

  private boolean fieldsImmutable(String name) {
    for (String type : classes.supertypes(name)) {
      ClassNode at = classes.find(type);
      if (at == null || Classes.isLibrary(type) && !type.equals("java/lang/Object") && !type.equals("java/lang/Record")
          && !type.equals("java/lang/Enum") && !Classes.is(at.access, Opcodes.ACC_INTERFACE)) {
        return false;
      }
      if (Classes.isLibrary(type)) {
        continue;
      }
      for (FieldNode field : at.fields) {
        if (!Classes.is(field.access, Opcodes.ACC_STATIC) && (!Classes.is(field.access, Opcodes.ACC_FINAL)
            || !immutable(Type.getType(field.desc)))) {
          return false;
        }
      }
    }
    return true;
  }
}
