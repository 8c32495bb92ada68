package dev.deco.internal.files;

import dev.deco.internal.weaver.Weaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether anything has changed that weaving depends on: the classes themselves, the classes that they may call, this
 * weaver, the Java it runs on, the settings. Class files in folders count by their content, jars and other files by
 * path, size and time.
 */
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** The fingerprint of these places now, in their order. What does not exist counts, too. */
  static String of(List<Path> places, String settings) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(Runtime.version() + "\n" + settings + "\n");
    CodeSource weaver = Weaver.class.getProtectionDomain().getCodeSource();
    if (weaver != null && "file".equals(weaver.getLocation().getProtocol())) {
      fingerprint.addPlace(Path.of(URI.create(weaver.getLocation().toString())));
    }
    for (Path place : places) {
      fingerprint.addPlace(place);
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void addPlace(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      addFile(place);
      return;
    }
    add(place + "/\n");
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        if (ClassPath.isClass(file)) {
          add(file + "\n");
          digest.update(Files.readAllBytes(file));
        } else {
          addFile(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void addFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      add(file + " absent\n");
      return;
    }
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    add(file + " " + attributes.size() + " " + attributes.lastModifiedTime().toInstant() + "\n");
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
