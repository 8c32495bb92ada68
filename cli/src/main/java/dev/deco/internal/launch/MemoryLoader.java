package dev.deco.internal.launch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Collection;
import java.util.Map;

/**
 * Loads classes that were compiled in memory, as the JDK's launcher of source files does: below the system class
 * loader, and before it, so that a class of the same name there does not hide the program's.
 */
public final class MemoryLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes; // by internal name
  private final ProtectionDomain domain;

  /** @param source the file that the classes come from: their code source */
  public MemoryLoader(Map<String, byte[]> classes, Path source) {
    super(ClassLoader.getSystemClassLoader());
    this.classes = Map.copyOf(classes);
    try {
      URL location = source.toAbsolutePath().normalize().toUri().toURL();
      this.domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null, this, null);
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compiled classes' files. */
  public Collection<byte[]> classFiles() {
    return classes.values();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = classes.get(name.replace('.', '/'));
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length, domain);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  @Override
  protected URL findResource(String name) {
    byte[] bytes = name.endsWith(".class") ? classes.get(name.substring(0, name.length() - ".class".length())) : null;
    try {
      return bytes == null ? null : new URL("memory", null, -1, "/" + name, new Handler(bytes));
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL own = findResource(name);
    return Collections.enumeration(own == null ? List.of() : List.of(own));
  }

  private static final class Handler extends URLStreamHandler {
    private final byte[] bytes;

    Handler(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public long getContentLengthLong() {
          return bytes.length;
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
