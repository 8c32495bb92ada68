package dev.deco.internal.agent;

import dev.deco.internal.weaver.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;

/**
 * The class files that a class loader would find, read as its resources: no class is loaded. The loader is not kept
 * alive.
 */
final class LoaderClasses implements ClassSource {
  private final WeakReference<ClassLoader> loader;

  LoaderClasses(ClassLoader loader) {
    this.loader = new WeakReference<>(loader);
  }

  @Override
  public byte[] bytes(String internalName) {
    ClassLoader source = loader.get();
    if (source == null) {
      return null;
    }
    try (InputStream in = source.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException unreadable) { // what a loader cannot read is unknown to the weaver, which is safe
      return null;
    }
  }
}
