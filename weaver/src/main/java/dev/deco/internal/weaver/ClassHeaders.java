package dev.deco.internal.weaver;

import dev.deco.internal.weaver.effects.Annotations;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What class files say before their code: supertypes, and which methods are there with which annotations. Nothing is
 * loaded.
 *
 * <p><b>Concurrency:</b> may be used from any thread.
 */
public final class ClassHeaders {
  public static final Type OBJECT = Type.getObjectType("java/lang/Object");
  private static final String OBJECT_NAME = "java/lang/Object";
  private static final ClassNode MISSING = new ClassNode();

  private final ClassSource source;
  private final Map<String, ClassNode> cache = new ConcurrentHashMap<>();

  public ClassHeaders(ClassSource source) {
    this.source = source;
  }

  /** The class without its code, or {@code null} where it cannot be found. */
  public ClassNode header(String internalName) {
    ClassNode node = cache.get(internalName);
    if (node == null) {
      node = read(internalName);
      cache.put(internalName, node);
    }
    return node == MISSING ? null : node;
  }

  /** The class with its code, or {@code null} where it cannot be found. */
  public ClassNode withCode(String internalName) {
    ClassNode node = read(internalName, ClassReader.SKIP_DEBUG);
    return node == MISSING ? null : node;
  }

  private ClassNode read(String internalName) {
    return read(internalName, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
  }

  private ClassNode read(String internalName, int skip) {
    byte[] bytes = source.bytes(internalName);
    if (bytes == null) {
      return MISSING;
    }
    ClassNode node = new ClassNode();
    try {
      new ClassReader(bytes).accept(node, skip);
    } catch (RuntimeException unreadable) {
      return MISSING;
    }
    return node;
  }

  /** The method that a call resolves to, or {@code null}. */
  public MethodNode resolve(String owner, String name, String descriptor) {
    Resolution found = resolution(owner, name, descriptor);
    return found == null ? null : found.method();
  }

  /** The same with the class that declares it. */
  public Resolution resolution(String owner, String name, String descriptor) {
    return Resolution.of(owner, this::header, at -> declared(at, name, descriptor));
  }

  /** A method of a type above the class with this name, descriptor and annotation, or {@code null}. */
  public Resolution annotatedAbove(ClassNode type, String name, String descriptor, String annotation) {
    return Resolution.above(type, this::header, method -> method.name.equals(name) && method.desc.equals(descriptor)
        && isAnnotated(method, annotation));
  }

  /** The method that the class itself declares, or {@code null}. */
  public static MethodNode declared(ClassNode at, String name, String descriptor) {
    return at.methods.stream().filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
        .findFirst().orElse(null);
  }

  /** The field that the class declares, or {@code null}. */
  public FieldNode field(String owner, String name) {
    ClassNode node = header(owner);
    return node == null ? null : node.fields.stream().filter(f -> f.name.equals(name)).findFirst().orElse(null);
  }

  /** A method that the class declares, with its code and the names of its variables; or {@code null}. */
  public MethodNode withNames(String owner, String name, String descriptor) {
    byte[] bytes = source.bytes(owner);
    if (bytes == null) {
      return null;
    }
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
    return node.methods.stream().filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
        .findFirst().orElse(null);
  }

  /** Whether code in {@code from} may read a field: it is public, or of the package, or of the nest. */
  public boolean canRead(ClassNode from, String owner, String name, boolean isStatic) {
    ClassNode declaring = header(owner);
    FieldNode field = field(owner, name);
    if (field == null || isStatic != ((field.access & Opcodes.ACC_STATIC) != 0)) {
      return false;
    }
    if ((field.access & Opcodes.ACC_PRIVATE) != 0) {
      return from.name.equals(owner) || nestHost(from).equals(nestHost(declaring)) && from.version >= Opcodes.V11;
    }
    return isVisible(from, owner)
        && (packageOf(from.name).equals(packageOf(owner)) || (field.access & Opcodes.ACC_PUBLIC) != 0);
  }

  /** Whether code in {@code from} may name a class, as far as that can be found: it is public, or of the package. */
  private boolean isVisible(ClassNode from, String name) {
    ClassNode node = header(name);
    return node == null || (node.access & Opcodes.ACC_PUBLIC) != 0 || packageOf(from.name).equals(packageOf(name));
  }

  /** The type, or the nearest class above it that code in {@code from} may name. */
  public Type visible(ClassNode from, Type type) {
    if (type.getSort() == Type.ARRAY) {
      Type element = type.getElementType();
      return element.getSort() < Type.ARRAY ? type
          : Type.getType("[".repeat(type.getDimensions()) + visible(from, element).getDescriptor());
    }
    String name = type.getInternalName();
    while (!isVisible(from, name)) {
      name = superName(name);
    }
    return Type.getObjectType(name);
  }

  private static String packageOf(String internalName) {
    return internalName.substring(0, internalName.lastIndexOf('/') + 1);
  }

  private static String nestHost(ClassNode node) {
    return node.nestHostClass == null ? node.name : node.nestHostClass;
  }

  /** Whether the method carries the annotation with that descriptor. */
  public static boolean isAnnotated(MethodNode method, String annotation) {
    return annotation(method, annotation) != null;
  }

  /** The method's annotation with that descriptor, or {@code null}. */
  public static AnnotationNode annotation(MethodNode method, String descriptor) {
    return Annotations.of(method).stream().filter(a -> a.desc.equals(descriptor)).findFirst().orElse(null);
  }

  public boolean isInterface(String internalName) {
    ClassNode node = header(internalName);
    return node != null && (node.access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** The most special type that both are, as far as classes can be found; {@code Object} where they cannot. */
  public Type commonSuper(Type a, Type b) {
    if (a.equals(b)) {
      return a;
    }
    if (a.getSort() == Type.ARRAY || b.getSort() == Type.ARRAY) {
      return commonSuperOfArrays(a, b);
    }
    return Type.getObjectType(commonSuper(a.getInternalName(), b.getInternalName()));
  }

  private Type commonSuperOfArrays(Type a, Type b) {
    if (a.getSort() != Type.ARRAY || b.getSort() != Type.ARRAY) {
      return OBJECT;
    }
    Type x = Type.getType(a.getDescriptor().substring(1));
    Type y = Type.getType(b.getDescriptor().substring(1));
    if (x.getSort() < Type.ARRAY || y.getSort() < Type.ARRAY) {
      return OBJECT;
    }
    return Type.getType("[" + commonSuper(x, y).getDescriptor());
  }

  /** {@link #commonSuper(Type, Type)} for internal names of classes; the verifier takes interfaces for Object. */
  public String commonSuper(String a, String b) {
    if (isInterface(a) || isInterface(b)) {
      return a.equals(b) ? a : OBJECT_NAME;
    }
    Set<String> supersOfA = new HashSet<>();
    for (String name = a; name != null; name = superName(name)) {
      supersOfA.add(name);
    }
    for (String name = b; name != null; name = superName(name)) {
      if (supersOfA.contains(name)) {
        return name;
      }
    }
    return OBJECT_NAME;
  }

  private String superName(String internalName) {
    ClassNode node = header(internalName);
    return node == null ? null : node.superName;
  }
}
