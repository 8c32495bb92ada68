package dev.deco.internal.runtime;

import dev.deco.ConfigurationException;
import dev.deco.ContextProvider;
import dev.deco.ContextProvider.Restored;
import dev.deco.ContextProvider.Snapshot;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What the process's {@link ContextProvider}s carry, all together. */
final class Contexts {
  private static final List<ContextProvider> PROVIDERS;
  private static final ServiceConfigurationError BROKEN;
  /** Whether there are any providers: a constant for the compiler. */
  static final boolean ANY;

  static {
    List<ContextProvider> found = List.of();
    ServiceConfigurationError broken = null;
    try {
      found = ServiceLoader.load(ContextProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError e) {
      broken = e;
    }
    PROVIDERS = found;
    BROKEN = broken;
    ANY = broken != null || !found.isEmpty();
  }

  private Contexts() {}

  /** What the calling thread has; {@code null}: nothing. */
  static Snapshot[] capture() {
    if (BROKEN != null) {
      throw new ConfigurationException("Cannot use a context provider of META-INF/services/" + ContextProvider.class.getName()
          + ": " + BROKEN.getMessage() + ". Name public classes there that implement it and have a public constructor "
          + "without parameters, or remove the file.", BROKEN);
    }
    Snapshot[] all = null;
    for (int i = 0; i < PROVIDERS.size(); i++) {
      Snapshot snapshot = PROVIDERS.get(i).capture();
      if (snapshot != null) {
        all = all == null ? new Snapshot[PROVIDERS.size()] : all;
        all[i] = snapshot;
      }
    }
    return all;
  }

  /** Gives the calling thread what was captured. */
  static Restored restore(Snapshot[] captured) {
    Restored[] restored = new Restored[captured.length];
    try {
      for (int i = 0; i < captured.length; i++) {
        restored[i] = captured[i] == null ? null : captured[i].restore();
      }
    } catch (Throwable t) {
      close(restored, t);
      throw t;
    }
    return () -> {
      Throwable failure = close(restored, null);
      if (failure != null) {
        throw Failures.sneaky(failure);
      }
    };
  }

  /** Closes all, the last one first, whatever they throw. */
  private static Throwable close(Restored[] restored, Throwable earlier) {
    Throwable failure = earlier;
    for (int i = restored.length; --i >= 0; ) {
      try {
        if (restored[i] != null) {
          restored[i].close();
        }
      } catch (Throwable t) {
        if (failure == null) {
          failure = t;
        } else {
          Failures.suppress(failure, t);
        }
      }
    }
    return failure;
  }
}
