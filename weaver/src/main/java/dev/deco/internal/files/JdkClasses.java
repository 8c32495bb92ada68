package dev.deco.internal.files;

import dev.deco.internal.weaver.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The class files of Deco and of the JDK that runs it.
 *
 * <p><b>Concurrency:</b> may be used from any thread.
 */
public final class JdkClasses implements ClassSource {
  public static final JdkClasses INSTANCE = new JdkClasses();

  private JdkClasses() {}

  @Override
  public byte[] bytes(String internalName) {
    ClassLoader own = JdkClasses.class.getClassLoader();
    byte[] bytes = read(own, internalName);
    // A loader of a build tool may hide the JDK's modules, which the system's never does.
    return bytes != null ? bytes : read(ClassLoader.getPlatformClassLoader(), internalName);
  }

  private static byte[] read(ClassLoader loader, String internalName) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
