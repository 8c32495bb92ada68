package dev.deco.suites;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a child JVM does to link, and so verify, every class of a folder on its class path: {@code LinkAll DIR}. It
 * prints those that the JVM refuses, and exits with 1 if there are any; what a class needs may be absent, as it may for
 * the plain class.
 */
final class LinkAll {
  private LinkAll() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int refused = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> names = all.map(file -> folder.relativize(file).toString()).filter(file -> file.endsWith(".class")
          && !file.endsWith("module-info.class") && !file.startsWith("META-INF")).sorted().toList();
      for (String file : names) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.').replace('\\', '.');
        try {
          Class.forName(name, false, LinkAll.class.getClassLoader()).getDeclaredMethods(); // links it
        } catch (NoClassDefFoundError absent) {
          continue;
        } catch (LinkageError e) {
          refused++;
          System.out.println(name + ": " + e);
        }
      }
    }
    System.exit(refused == 0 ? 0 : 1);
  }
}
