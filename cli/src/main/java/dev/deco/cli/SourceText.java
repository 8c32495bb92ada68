package dev.deco.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of the program's source files, where those can be found and read. */
final class SourceText {
  private final Program program;
  private final Map<String, List<String>> files = new HashMap<>();

  SourceText(Program program) {
    this.program = program;
  }

  /** @return the line as it stands in the file, or {@code null} where that is not known */
  String line(String className, String sourceFile, int line) {
    if (sourceFile == null) {
      return null;
    }
    int dot = className.lastIndexOf('.');
    String folder = dot < 0 ? "" : className.substring(0, dot).replace('.', '/') + "/";
    List<String> lines = files.computeIfAbsent(folder + sourceFile, path -> read(path, sourceFile));
    return line >= 1 && line <= lines.size() ? lines.get(line - 1) : null;
  }

  private List<String> read(String path, String sourceFile) {
    for (Path root : program.sourceRoots()) {
      for (Path file : List.of(root.resolve(path), root.resolve(sourceFile))) {
        if (Files.isReadable(file) && Files.isRegularFile(file)) {
          try {
            return Files.readAllLines(file);
          } catch (IOException notText) { // a report without source lines is still a report
            return List.of();
          }
        }
      }
    }
    return List.of();
  }
}
