package dev.deco.internal.agent;

import dev.deco.ConfigurationException;
import dev.deco.internal.files.ClassPath;
import dev.deco.internal.files.EffectsFiles;
import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.launch.MemoryLoader;
import dev.deco.internal.weaver.Marks;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.WeavingException;
import dev.deco.internal.weaver.emit.Refusal;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Weaves classes as they load. A class that cannot be woven is loaded as it is, with one warning on standard error; under
 * {@code deco.strict} its synchronized methods throw instead.
 *
 * <p><b>Concurrency:</b> called on whichever thread loads a class, on several at once.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private static final String RUNTIME = "dev.deco.internal.runtime.Site";

  private final boolean strict;
  private final Map<ClassLoader, Weaver> weavers = Collections.synchronizedMap(new WeakHashMap<>());
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  WeavingTransformer(boolean strict) {
    this.strict = strict;
  }

  @Override
  public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
    if (loader == null || name == null || name.startsWith("dev/deco/internal/") || !Marks.mayHaveScopes(bytes)) {
      return null;
    }
    try {
      if (!seesRuntime(loader)) {
        throw new WeavingException(name.replace('/', '.') + ": its class loader (" + loader + ") cannot see Deco's runtime; "
            + "put Deco where that loader looks, or weave the class ahead with deco weave", null);
      }
      return weavers.computeIfAbsent(loader, WeavingTransformer::weaver).weave(bytes);
    } catch (Throwable t) { // whatever goes wrong here must not break the program, not even an error
      return refuse(name, bytes, t);
    }
  }

  private static Weaver weaver(ClassLoader loader) {
    Collection<String> compiled = loader instanceof MemoryLoader ? ((MemoryLoader) loader).classNames() : Set.of();
    ProgramClasses classes = new ProgramClasses(new LoaderClasses(loader), () -> names(compiled));
    try {
      return new Weaver(classes, classes, EffectsFiles.of(loader));
    } catch (IOException | ConfigurationException e) {
      throw new WeavingException(e.getMessage(), e);
    }
  }

  /** The program's classes: what was compiled in memory, and what the class path holds. */
  private static List<String> names(Collection<String> compiled) {
    try (ClassPath files = new ClassPath(ClassPath.parse(System.getProperty("java.class.path")))) {
      return Stream.concat(compiled.stream(), files.classNames().stream())
          .filter(name -> !name.startsWith("dev/deco/internal/")).toList();
    } catch (IOException unreadable) { // java has passed over that jar, too
      return List.copyOf(compiled);
    }
  }

  private static boolean seesRuntime(ClassLoader loader) {
    try {
      Class.forName(RUNTIME, false, loader);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private byte[] refuse(String name, byte[] bytes, Throwable failure) {
    String message = failure instanceof WeavingException ? failure.getMessage()
        : name.replace('/', '.') + ": Deco failed on it (" + failure + "); please report this";
    boolean first = refused.add(name);
    if (!strict) {
      if (first) {
        System.err.println("deco: warning: " + message + " [runs serially]");
      }
      return null;
    }
    if (first) {
      System.err.println("deco: error: " + message + " [its synchronized methods throw: deco.strict is set]");
    }
    try {
      return Refusal.of(bytes, message);
    } catch (RuntimeException unreadable) {
      return new byte[0]; // not even readable: the JVM then refuses to load the class
    }
  }
}
