package dev.deco.internal.agent;

import dev.deco.ConfigurationException;
import dev.deco.internal.files.ClassFiles;
import dev.deco.internal.files.ClassPath;
import dev.deco.internal.files.EffectsFiles;
import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.launch.MemoryLoader;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.LockHolders;
import dev.deco.internal.weaver.Marks;
import dev.deco.internal.weaver.UnreadableClassException;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.WeavingException;
import dev.deco.internal.weaver.WholeRecords;
import dev.deco.internal.weaver.effects.SummaryMemory;
import dev.deco.internal.weaver.emit.Refusal;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Weaves classes as they load. A class that cannot be woven is loaded as it is, with one warning on standard error;
 * under {@code deco.strict} its synchronized methods throw instead.
 *
 * <p><b>Concurrency:</b> called on whichever thread loads a class, on several at once.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private static final String RUNTIME = "dev.deco.internal.runtime.Site";
  private static final String API = "dev/deco/";

  private final boolean strict;
  private final UnscopedClasses unscoped = new UnscopedClasses();
  private final Map<ClassLoader, Weaver> weavers = Collections.synchronizedMap(new WeakHashMap<>());
  /** For classes without scopes: they know nothing of the program. */
  private final Map<ClassLoader, Weaver> counters = Collections.synchronizedMap(new WeakHashMap<>());
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  WeavingTransformer(boolean strict) {
    this.strict = strict;
  }

  @Override
  public byte[] transform(Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain,
      byte[] bytes) {
    if (loader == null && WholeRecords.HANDLER.equals(name)) {
      return WholeRecords.of(bytes);
    }
    if (loader == null || name == null || isDeco(name)) {
      return null;
    }
    unscoped.loads(name, bytes);
    if (Marks.mayHaveScopes(bytes)) {
      return transform(loader, name, redefined, domain, bytes);
    }
    return holdsLocks(bytes) && readsRuntime(module, loader) ? counting(loader, bytes) : null;
  }

  @Override
  public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
    try {
      if (runtime(loader) == null) {
        throw new WeavingException(name.replace('/', '.') + ": its class loader (" + loader
            + ") cannot see Deco's runtime; "
            + "put Deco where that loader looks, or weave the class ahead with deco weave", null);
      }
      return weaver(loader, domain).weave(bytes);
    } catch (Throwable t) { // whatever goes wrong here must not break the program, not even an error
      return refuse(name, bytes, t);
    }
  }

  /** Whether it is one of Deco's own classes. */
  static boolean isDeco(String name) {
    return name.startsWith("dev/deco/internal/") || name.startsWith(API) && name.indexOf('/', API.length()) < 0;
  }

  /** The class with its locks counted. What cannot be woven has no scope that would be run serially. */
  private byte[] counting(ClassLoader loader, byte[] bytes) {
    try {
      return counters.computeIfAbsent(loader, WeavingTransformer::counter).weave(bytes);
    } catch (Throwable t) {
      return null;
    }
  }

  private static boolean readsRuntime(Module module, ClassLoader loader) {
    Class<?> runtime = runtime(loader);
    return runtime != null && module.canRead(runtime.getModule());
  }

  /** A class that cannot be read is none of ours. */
  private static boolean holdsLocks(byte[] bytes) {
    try {
      return LockHolders.in(bytes);
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  private static Weaver counter(ClassLoader loader) {
    return new Weaver(new ProgramClasses(new LoaderClasses(loader), reader -> { }));
  }

  private Weaver weaver(ClassLoader loader, ProtectionDomain domain) {
    return weavers.computeIfAbsent(loader, any -> weaver(loader, jarOf(domain)));
  }

  private static Path jarOf(ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    try {
      return source == null || source.getLocation() == null ? null : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException elsewhere) {
      return null;
    }
  }

  /** @param program the jar that the first class comes from; {@code null}: it comes from elsewhere */
  private static Weaver weaver(ClassLoader loader, Path program) {
    Collection<byte[]> compiled = loader instanceof MemoryLoader memory ? memory.classFiles() : List.of();
    ClassFiles files = reader -> compiled.forEach(reader);
    ProgramClasses classes = new ProgramClasses(new LoaderClasses(loader),
        files.and(reader -> classPath(reader, path -> path.programFiles(program))),
        reader -> classPath(reader, path -> path.libraryFiles(program)), false);
    try {
      return new Weaver(classes, classes, EffectsFiles.of(loader), new SummaryMemory(name -> false),
          Configuration.refusesTrust());
    } catch (IOException | ConfigurationException e) {
      throw new WeavingException(e.getMessage(), e);
    }
  }

  private static void classPath(Consumer<byte[]> reader, Function<ClassPath, ClassFiles> which) {
    String given = System.getProperty("java.class.path");
    boolean none = given.isEmpty() // means the working directory only where java was given a class to start
        && (LauncherAgent.instrumentation() != null || System.getProperty("jdk.module.main") != null);
    for (Path path : none ? List.<Path>of() : ClassPath.parse(given)) {
      try (ClassPath files = new ClassPath(List.of(path))) {
        which.apply(files).forEach(reader);
      } catch (IOException unreadable) {
        continue; // java has passed over that jar, too
      }
    }
  }

  /** A class of Deco's runtime as the loader sees it, or {@code null}. */
  private static Class<?> runtime(ClassLoader loader) {
    try {
      return Class.forName(RUNTIME, false, loader);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private byte[] refuse(String name, byte[] bytes, Throwable failure) {
    String message = failure instanceof WeavingException ? failure.getMessage()
        : failure instanceof UnreadableClassException ? name.replace('/', '.') + ": " + failure.getMessage()
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
