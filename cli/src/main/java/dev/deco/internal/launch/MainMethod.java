package dev.deco.internal.launch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

/**
 * A program's way in, by the rules of the running Java: {@code public static void main(String[])}, inherited ones
 * included; from Java 25 on also instance methods, without parameters, and not private.
 */
final class MainMethod {
  private static final boolean INSTANCE_MAIN = Runtime.version().feature() >= 25;

  private MainMethod() {}

  /**
   * @return a handle of type {@code (String[])void}; empty where the class has no main method. The class is not
   *     initialized.
   */
  static Optional<MethodHandle> of(Class<?> type) {
    Method method = find(type, String[].class);
    if (method == null && INSTANCE_MAIN) {
      method = find(type);
    }
    if (method == null) {
      return Optional.empty();
    }
    try {
      method.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflect(method);
      if (!Modifier.isStatic(method.getModifiers())) {
        handle = MethodHandles.foldArguments(handle, constructor(type)
            .asType(MethodType.methodType(handle.type().parameterType(0))));
      }
      return Optional.of(handle.type().parameterCount() == 1 ? handle
          : MethodHandles.dropArguments(handle, 0, String[].class));
    } catch (NoSuchMethodException noWayToMakeOne) {
      return Optional.empty();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e); // accessible was just set
    }
  }

  private static MethodHandle constructor(Class<?> type) throws NoSuchMethodException, IllegalAccessException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    if (Modifier.isPrivate(constructor.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
      throw new NoSuchMethodException();
    }
    constructor.setAccessible(true);
    return MethodHandles.lookup().unreflectConstructor(constructor);
  }

  private static Method find(Class<?> type, Class<?>... parameters) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      try {
        Method method = each.getDeclaredMethod("main", parameters);
        if (method.getReturnType() == void.class && allowed(method)) {
          return method;
        }
      } catch (NoSuchMethodException elsewhere) {
        continue;
      }
    }
    return null;
  }

  private static boolean allowed(Method method) {
    int flags = method.getModifiers();
    return INSTANCE_MAIN ? !Modifier.isPrivate(flags) && !Modifier.isAbstract(flags)
        : Modifier.isPublic(flags) && Modifier.isStatic(flags);
  }
}
