package dev.deco.internal.files;

import dev.deco.internal.weaver.effects.DeclaredEffects;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files {@code deco-effects.txt} that a program has: in the working directory, which is the strongest, and in the
 * roots of its class path, in their order.
 *
 * <p><b>Concurrency:</b> may be used from any thread.
 */
public final class EffectsFiles {
  private EffectsFiles() {}

  /** Where that of the working directory is, or would be. */
  public static Path ofWorkingDirectory() {
    return Path.of(DeclaredEffects.FILE).toAbsolutePath().normalize();
  }

  /** @throws IOException if one is there and cannot be read; the message names it */
  public static List<DeclaredEffects> of(ClassPath classPath) throws IOException {
    Map<String, byte[]> found = workingDirectory();
    classPath.resources(DeclaredEffects.FILE).forEach(found::putIfAbsent);
    return parse(found);
  }

  /** Those that a class loader finds. */
  public static List<DeclaredEffects> of(ClassLoader loader) throws IOException {
    Map<String, byte[]> found = workingDirectory();
    for (URL url : Collections.list(loader.getResources(DeclaredEffects.FILE))) {
      String name = nameOf(url);
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false); // a jar that stays open cannot be replaced
      try (InputStream in = connection.getInputStream()) {
        found.putIfAbsent(name, in.readAllBytes());
      }
    }
    return parse(found);
  }

  private static String nameOf(URL url) {
    try {
      return url.getProtocol().equals("file") ? Path.of(url.toURI()).normalize().toString() : url.toString();
    } catch (URISyntaxException | IllegalArgumentException unusual) {
      return url.toString();
    }
  }

  private static Map<String, byte[]> workingDirectory() throws IOException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    Path file = ofWorkingDirectory();
    if (Files.isRegularFile(file)) {
      found.put(file.toString(), Files.readAllBytes(file));
    }
    return found;
  }

  private static List<DeclaredEffects> parse(Map<String, byte[]> found) {
    List<DeclaredEffects> all = new ArrayList<>();
    found.forEach((name, bytes) ->
        all.add(new DeclaredEffects(name, new String(bytes, StandardCharsets.UTF_8).lines().toList())));
    return all;
  }
}
