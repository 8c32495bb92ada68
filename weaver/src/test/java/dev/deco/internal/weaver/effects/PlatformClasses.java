package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.ClassSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * The class files of the Java platform that runs this.
 *
 * <p><b>Concurrency:</b> thread-safe.
 */
final class PlatformClasses implements ClassSource {
  private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
  private final Map<String, List<Path>> packages = new ConcurrentHashMap<>();
  private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

  @Override public byte[] bytes(String name) {
    return read.computeIfAbsent(name, this::find).orElse(null);
  }

  private Optional<byte[]> find(String name) {
    try {
      for (Path folder : folders(packageOf(name))) {
        Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1) + ".class");
        if (Files.exists(file)) {
          return Optional.of(Files.readAllBytes(file));
        }
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Without code. */
  ClassNode declaration(String name) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes(name)).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return node;
  }

  static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  /** The names of the classes of a package. */
  List<String> ofPackage(String name) {
    return folders(name).stream().flatMap(folder -> {
      try (Stream<Path> files = Files.list(folder)) {
        return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".class"))
            .map(file -> name + "/" + file.substring(0, file.length() - 6)).toList().stream();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }).sorted().toList();
  }

  /** The package's folder in each module that has one. */
  private List<Path> folders(String name) {
    return packages.computeIfAbsent(name, any -> {
      Path modules = image.getPath("packages", name.replace('/', '.'));
      if (name.isEmpty() || !Files.exists(modules)) {
        return List.of();
      }
      try (Stream<Path> list = Files.list(modules)) {
        return list.map(one -> image.getPath("modules", one.getFileName().toString(), name)).filter(Files::exists)
            .toList();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    });
  }
}
