package dev.deco.suites;

import dev.deco.internal.files.ClassFolder;
import dev.deco.internal.files.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a child JVM does to mark a folder of class files and weave it: {@code MarkAndWeave IN MARKED WOVEN REPORT
 * CLASSPATH DECO BY_DATA ONLY SKIP}. {@code DECO} is where Deco's own classes are.
 */
final class MarkAndWeave {
  private MarkAndWeave() {}

  public static void main(String[] args) throws IOException {
    Path marked = Path.of(args[1]);
    Path woven = Path.of(args[2]);
    List<Path> classPath = new ArrayList<>(ClassPath.parse(args[4]));
    Choice choice = new Choice(Boolean.parseBoolean(args[6]), Pattern.compile(args[7]), Pattern.compile(args[8]));
    Mark mark = new Mark(Path.of(args[0]), classPath, choice);
    mark.write(marked);
    mark.report(Path.of(args[3]));
    classPath.add(Path.of(args[5]));
    Files.createDirectories(woven);
    ClassFolder.Result result = new ClassFolder(marked, classPath).weaveInto(woven);
    System.out.println(result.written() + " of " + result.classes() + " classes woven");
  }
}
