package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.ClassSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the public methods of one class of the platform do by their own bytecode, against what the effects table says of
 * them. The class, with those nested in it, is analyzed under another name, so that the table says nothing of it; what
 * it calls elsewhere keeps its name and has its line. So each line is checked under the assumption of the others.
 *
 * <p>An object is told apart from what it was given to keep: its fields and arrays, and the objects in its fields that it
 * makes itself, are its state ({@code this}); what public methods store into it is {@code held(this)}.
 */
final class Derivation {
  private static final String UNDER = "derived/";
  private static final String COARSE = "too much to be told apart";
  private static final String NOT_KNOWN_HERE = "with a function that is not known here";

  private static final Set<String> CURSORS = Set.of("java/nio/Buffer", "java/util/Iterator", "java/util/Enumeration",
      "java/util/Spliterator", "java/util/stream/BaseStream", "java/awt/geom/PathIterator");
  private static final Map<String, Boolean> HELPERS = new ConcurrentHashMap<>();

  private final PlatformClasses platform;
  private final String type;
  private final Effects effects;
  private final ClassNode declaration;
  private final Map<String, ClassNode> moved = new LinkedHashMap<>();
  /** Fields that refer to what public methods were given. */
  private final Set<Location> kept = new LinkedHashSet<>();
  /** Static variables, and those whose objects, are written after the class has been initialised. */
  private final Set<String> statics = new LinkedHashSet<>();
  private final Map<MethodNode, Summary> derived = new LinkedHashMap<>();
  private final Map<MethodNode, Summary> lines = new LinkedHashMap<>();
  private final List<MethodNode> missing = new ArrayList<>();

  /** One thing that a method does and its line does not say; {@code why} is where it was seen. */
  record Excess(String method, String what, String why) {
    @Override public String toString() {
      return method + " : " + what + "   (" + why + ")";
    }
  }

  Derivation(PlatformClasses platform, String type) {
    this.platform = platform;
    this.type = type;
    this.declaration = platform.declaration(type);
    ClassSource source = name -> name.startsWith(UNDER) ? moved(platform, name) : platform.bytes(name);
    this.effects = new Effects(source, Hierarchy.NONE, List.of(), new SummaryMemory(name -> false), true);
    for (MethodNode method : declaration.methods) {
      boolean wanted = Classes.is(method.access, Opcodes.ACC_PUBLIC)
          && !Classes.is(method.access, Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC)
          && !method.name.equals("<clinit>");
      if (wanted && hasLine(method)) {
        lines.put(method, effects.summary(type, method.name, method.desc, true));
        derived.put(method, effects.summary(move(type), method.name, moveDescriptor(method.desc), true));
      } else if (wanted && !effects.summary(type, method.name, method.desc, true).known()) {
        missing.add(method);
      }
    }
    derived.forEach(this::findKept);
    findStatics();
  }

  private boolean hasLine(MethodNode method) {
    EffectsTable.Line line =
        effects.table.find(effects.classes.supertypes(type), method.name, method.desc);
    return line != null;
  }

  // The class under another name

  private String outermost() {
    return type.contains("$") ? type.substring(0, type.indexOf('$')) : type;
  }

  private boolean isMoved(String name) {
    return isNested(name) || isHelper(name);
  }

  private boolean isNested(String name) {
    return name.equals(outermost()) || name.startsWith(outermost() + "$");
  }

  /** Whether it is of no one's concern but the platform's, so that no line is about it. */
  private boolean isHelper(String name) {
    return HELPERS.computeIfAbsent(name, any -> !EffectsTable.STANDARD.knows(name)
        && (name.startsWith("jdk/internal/") || name.startsWith("sun/") || name.startsWith("java/") && isHidden(name)));
  }

  private boolean isHidden(String name) {
    ClassNode node = platform.bytes(name) == null ? null : platform.declaration(name);
    return node != null && !Classes.is(node.access, Opcodes.ACC_PUBLIC);
  }

  private String move(String name) {
    return isMoved(name) ? UNDER + name : name;
  }

  private final Remapper names = new Remapper(Opcodes.ASM9) {
    @Override public String map(String name) {
      return move(name);
    }
  };

  private String moveDescriptor(String descriptor) {
    return names.mapMethodDesc(descriptor);
  }

  private byte[] moved(PlatformClasses platform, String name) {
    byte[] original = platform.bytes(name.substring(UNDER.length()));
    if (original == null || !isMoved(name.substring(UNDER.length()))) {
      return null;
    }
    ClassWriter copy = new ClassWriter(0);
    ClassNode node = new ClassNode();
    new ClassReader(original).accept(new ClassRemapper(node, names), ClassReader.SKIP_DEBUG);
    node.accept(copy);
    moved.put(name, node);
    return copy.toByteArray();
  }

  // What belongs to an object, and what it was given

  private void findKept(MethodNode method, Summary summary) {
    for (Summary.Store store : summary.stores()) {
      int index = store.value() instanceof Node.Parameter parameter ? parameter.index() : -1;
      boolean given = index > 0 || index == 0 && Classes.is(method.access, Opcodes.ACC_STATIC);
      if (given && store.location() instanceof Location.Field) {
        kept.add(store.location());
      }
    }
  }

  private void findStatics() {
    for (ClassNode node : moved.values()) {
      for (MethodNode method : isNested(node.name.substring(UNDER.length())) ? node.methods : List.<MethodNode>of()) {
        for (AbstractInsnNode instruction : method.instructions) {
          if (instruction.getOpcode() == Opcodes.PUTSTATIC && !method.name.equals("<clinit>")) {
            FieldInsnNode put = (FieldInsnNode) instruction;
            statics.add(put.owner + "." + put.name);
          }
        }
      }
    }
    for (Summary summary : derived.values()) {
      for (Access access : summary.accesses()) {
        if (access.write() && access.known() && access.node() != null
            && access.node().begin() instanceof Node.Root root && root.owner().startsWith(UNDER)
            && isNested(root.owner().substring(UNDER.length()))) {
          statics.add(root.owner() + "." + root.field());
        }
      }
    }
  }

  /** Whether these are a part of the state of the object that they are reached from. */
  private boolean isOwn(Node node, Location at) {
    if (node instanceof Node.Parameter || node instanceof Node.Root) {
      return true;
    } else if (node instanceof Node.Member member) {
      return isOwn(member.holder(), member.location()) && isOwnStep(member);
    }
    return kept.isEmpty() || at instanceof Location.Field field && moved.containsKey(field.owner());
  }

  /** Whether it is a field of an object that nobody else can have: of a class that is not public. */
  private boolean isInner(Location location) {
    ClassNode owner = location instanceof Location.Field field ? moved.get(field.owner()) : null;
    return owner != null && !Classes.is(owner.access, Opcodes.ACC_PUBLIC);
  }

  private boolean isOwnStep(Node.Member member) {
    if (member.location() instanceof Location.Field field) {
      Type declared = typeOf(field);
      return declared != null && !kept.contains(field);
    } else if (member.location() instanceof Location.Elements
        && member.holder() instanceof Node.Member array && array.location() instanceof Location.Field field) {
      Type declared = typeOf(field);
      Type element = declared == null || declared.getSort() != Type.ARRAY ? null
          : Type.getType(declared.getDescriptor().substring(1));
      return element != null && (element.getSort() == Type.ARRAY || effects.immutable(element)
          || moved.containsKey(element.getInternalName()));
    }
    return false;
  }

  private Type typeOf(Location.Field field) {
    ClassNode node = moved.get(field.owner());
    for (FieldNode one : node == null ? List.<FieldNode>of() : node.fields) {
      if (one.name.equals(field.name())) {
        return Type.getType(one.desc);
      }
    }
    return null;
  }

  /** Whether all of the method was seen and told apart. */
  private static boolean isWhole(Summary summary) {
    return summary.known() && summary.accesses().stream().noneMatch(access -> access.reason().contains(COARSE));
  }

  // The comparison

  /** The public methods that have a line, by whether all of their code was seen. */
  Map<String, Boolean> methods() {
    Map<String, Boolean> all = new TreeMap<>();
    derived.forEach((method, summary) -> all.put(name(method), isWhole(summary)));
    return all;
  }

  /** Those whose code was not seen whole, and why. */
  Map<String, String> unseen() {
    Map<String, String> all = new TreeMap<>();
    derived.forEach((method, summary) -> {
      if (!summary.known()) {
        all.put(name(method), String.join("; ", summary.unknown()));
      }
    });
    return all;
  }

  /** The public methods that have no line, so that calls of them are unknown. */
  List<String> missing() {
    return missing.stream().map(this::name).toList();
  }

  private String name(MethodNode method) {
    return type + "." + (method.name.equals("<init>") ? "new" : method.name) + EffectsTable.parameters(method.desc);
  }

  /** What is derived and not said. */
  List<Excess> excesses() {
    List<Excess> all = new ArrayList<>();
    derived.forEach((method, summary) -> {
      Map<String, String> said = new Telling(method, false).of(lines.get(method));
      new Telling(method, true).of(summary).forEach((what, why) -> {
        if (!isSaid(what, said, lines.get(method))) {
          all.add(new Excess(name(method), what, why));
        }
      });
    });
    return all;
  }

  private static boolean isSaid(String what, Map<String, String> said, Summary line) {
    String object = what.substring(what.indexOf(' ') + 1);
    boolean touches = what.startsWith("reads ") || what.startsWith("writes ");
    if (touches && said.containsKey("calls " + object.replaceAll("held\\((.*)\\)", "$1"))) {
      return true; // what a function has captured is known where the function is
    } else if (said.containsKey(what)) {
      return true;
    } else if (what.startsWith("reads ")) {
      return said.containsKey("writes " + object)
          || (object.equals("output") || object.startsWith("static ")) && (said.containsKey("reads io")
              || said.containsKey("writes io"));
    } else if (what.startsWith("writes static ") || what.equals("writes output")) {
      return said.containsKey("writes io");
    } else if (what.startsWith("returns ") || what.startsWith("holds ")) {
      boolean part = object.startsWith("held(");
      String whole = part ? object.substring(5, object.length() - 1) : object;
      return said.containsKey("returns " + object) || said.containsKey("returns " + whole)
          || said.containsKey("holds " + object) || said.containsKey("holds " + whole)
          || said.containsKey("returns outside") && object.startsWith("static ")
          || line.fresh() && object.startsWith("static ");
    } else if (what.startsWith("calls ")) {
      return !line.known();
    }
    return what.startsWith("keeps ") && said.containsKey(what.replaceFirst(" in .*", " in outside"));
  }

  /** The words for one summary of one method. */
  private final class Telling {
    final MethodNode method;
    final boolean isStatic;
    final boolean isDerived;
    final List<Type> types = new ArrayList<>();
    final Map<String, String> all = new LinkedHashMap<>();

    Telling(MethodNode method, boolean isDerived) {
      this.method = method;
      this.isDerived = isDerived;
      this.isStatic = Classes.is(method.access, Opcodes.ACC_STATIC);
      if (!isStatic) {
        types.add(Type.getObjectType(type));
      }
      types.addAll(List.of(Type.getArgumentTypes(method.desc)));
    }

    Map<String, String> of(Summary summary) {
      boolean isNew = method.name.equals("<init>");
      for (Access access : summary.accesses()) {
        if (access.known() && !isOfMonitor(access.location()) && !access.reason().contains(COARSE)) {
          String object = object(access.node(), access.location());
          boolean bare = access.node() == null ? object != null : !isImmutable(access.node()) || access.write();
          if (object != null && !isCursorOfNone(access) && bare && !(isNew && object.equals("this"))) {
            all.putIfAbsent((access.write() ? "writes " : "reads ") + object, access + ": " + access.reason());
          }
        }
      }
      for (Summary.Store store : summary.stores()) {
        keeps(summary, store);
      }
      for (Node node : isWhole(summary) ? summary.result() : Set.<Node>of()) {
        if (!effects.immutable(Type.getReturnType(method.desc))) {
          put("returns ", node);
        }
      }
      summary.calls().forEach(index -> {
        Type function = types.get(index);
        if (!isMoved(function.getInternalName())) { // what it calls of its own class is for those who extend the class
          all.put("calls " + word(index), "runs its code");
        }
      });
      boolean callsBack = summary.unknown().stream().anyMatch(why -> why.contains(NOT_KNOWN_HERE));
      if (callsBack && summary.calls().isEmpty()) {
        all.put("calls back", summary.unknown().toString());
      }
      if (summary.takesLocks() && isWhole(summary)) {
        all.put("locks", "it takes a lock");
      }
      return all;
    }

    /** Whether it is which object this is, or who holds its lock: what comes of that is told by itself. */
    private boolean isOfMonitor(Location location) {
      return location instanceof Location.Signal || location instanceof Location.Initializer
          || location instanceof Location.Field field && field.owner().startsWith("<")
          && !location.equals(HeapGraph.CURSOR);
    }

    /** Whether it is of an iterator that this hands out, or of a class that has no cursor. */
    private boolean isCursorOfNone(Access access) {
      int parameter = access.parameter();
      return access.location().equals(HeapGraph.CURSOR) && !(access.node() instanceof Node.Parameter
          && parameter < types.size() && types.get(parameter).getSort() == Type.OBJECT
          && CURSORS.stream().anyMatch(one -> effects.classes.subtype(types.get(parameter).getInternalName(), one)));
    }

    private void keeps(Summary summary, Summary.Store store) {
      Node value = store.value();
      if (value.parameter() < 0 || isImmutable(value)) {
        return;
      }
      if (store.location() instanceof Location.Elements elements && elements.type() != 'L') {
        return;
      }
      String object = object(value, Location.ANY);
      if (store.target().parameter() > 0 && object(store.target(), store.location()) == null) {
        return;
      }
      if (isDerived && !isWhole(summary) && !isDirect(store)) {
        return;
      }
      if (store.target() instanceof Node.Fresh) {
        
        if (!isFlat(Type.getReturnType(method.desc)) && summary.result().stream().anyMatch(node -> node instanceof Node.Fresh)) {
          put("holds ", value);
        }
      } else if (object != null && store.target() instanceof Node.Outside) {
        all.putIfAbsent("keeps " + object + " in outside", store.toString());
      } else if (object != null && store.target().parameter() != value.parameter()
          && !isFlat(types.get(Math.max(0, store.target().parameter())))) {
        String to = store.target().parameter() >= 0 ? word(store.target().parameter())
            : store.target().begin() instanceof Node.Root root ? "static " + shortName(root.owner(), root.field())
            : "outside";
        all.putIfAbsent("keeps " + object.replaceAll("held\\((.*)\\)", "$1") + " in " + to, store.toString());
      }
    }

    /** Whether code that was seen stores it, whatever that does which was not. */
    private boolean isDirect(Summary.Store store) {
      return store.value() instanceof Node.Parameter && store.location() instanceof Location.Field field
          && field.owner().startsWith(UNDER);
    }

    private void put(String verb, Node node) {
      if (node instanceof Node.Fresh || isImmutable(node)) {
        return;
      }
      String object = object(node, Location.ANY);
      if (verb.equals("returns ") && node.begin() instanceof Node.Root root) {
        object = "static " + shortName(root.owner(), root.field());
      }
      if (object != null) {
        all.putIfAbsent(verb + object, node.toString());
      }
    }

    /** Whether it is an array of what cannot change. */
    private boolean isFlat(Type type) {
      return type.getSort() == Type.ARRAY && effects.immutable(Type.getType(type.getDescriptor().substring(1)));
    }

    private boolean isImmutable(Node node) {
      int parameter = node.parameter();
      return parameter >= 0 && parameter < types.size() && effects.immutable(types.get(parameter));
    }

    /** How the table would name these objects, or {@code null}: they are of no concern. */
    private String object(Node node, Location at) {
      if (node == null) {
        if (at instanceof Location.World world) {
          return world.part();
        }
        Location.Static field = (Location.Static) at;
        return statics.contains(field.owner() + "." + field.name())
            ? "static " + shortName(field.owner(), field.name()) : null;
      } else if (node.begin() instanceof Node.Root root) {
        return statics.contains(root.owner() + "." + root.field())
            ? "static " + shortName(root.owner(), root.field()) : null;
      } else if (node.parameter() >= 0) {
        int index = node.parameter();
        boolean isOfClass = isDerived && index < types.size() && types.get(index).getSort() == Type.OBJECT
            && isMoved(types.get(index).getInternalName());
        if (!isOfClass && isDerived && isInner(at)) {
          return null; // of an object of the class's own, which the analysis took for one that was given
        }
        boolean own = node instanceof Node.Parameter || isOfClass && (isOwn(node, at) || isInner(at));
        return own ? word(index) : "held(" + word(index) + ")";
      }
      return null;
    }

    private String shortName(String owner, String field) {
      return CallEffects.simple(owner) + "." + field;
    }

    private String word(int index) {
      return isStatic ? "#" + (index + 1) : index == 0 ? "this" : "#" + index;
    }
  }
}
