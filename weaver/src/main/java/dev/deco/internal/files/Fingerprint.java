package dev.deco.internal.files;

import dev.deco.internal.weaver.Weaver;
import java.io.IOException;
import java.io.InputStream;
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
  /** How many bytes a {@link #sum} has. */
  static final int SUM_LENGTH = 32;

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
    Fingerprint fingerprint = ofWeaver(settings);
    for (Path place : places) {
      fingerprint.addPlace(place);
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  /** The fingerprint of what is in these files, in their order, wherever they are. */
  static String ofContent(Iterable<Path> files, String settings) throws IOException {
    Fingerprint fingerprint = ofWeaver(settings);
    for (Path file : files) {
      fingerprint.digest.update(new Fingerprint().content(file));
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private byte[] content(Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return digest.digest();
  }

  static byte[] sum(byte[] bytes, int first, int length) {
    MessageDigest digest = new Fingerprint().digest;
    digest.update(bytes, first, length);
    return digest.digest();
  }

  private static Fingerprint ofWeaver(String settings) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(Runtime.version() + "\n" + settings + "\n");
    CodeSource weaver = Weaver.class.getProtectionDomain().getCodeSource();
    if (weaver != null && "file".equals(weaver.getLocation().getProtocol())) {
      fingerprint.addPlace(Path.of(URI.create(weaver.getLocation().toString())));
    }
    return fingerprint;
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
