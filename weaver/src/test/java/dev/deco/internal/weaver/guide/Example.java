package dev.deco.internal.weaver.guide;

import dev.deco.internal.weaver.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code java} block of a page under {@code docs}: a class with a main method, or members that are put into a class.
 *
 * @param page the page's file name
 * @param heading the last heading before it
 * @param line the line of the page on which the block's first line stands
 * @param text the block
 * @param shared members that it may use and that are not shown again
 */
record Example(String page, String heading, int line, String text, String shared) {
  private static final Path DOCS = Path.of(System.getProperty("basedir", "weaver")).toAbsolutePath()
      .resolveSibling("docs");
  private static final Pattern RUNNABLE = Pattern.compile("(?m)^(@\\w+(?:\\(.*\\))?\\n)*static [^=;]*?(\\w+)\\([^;]*\\{$");

  static Path docs() {
    return DOCS;
  }

  /** The blocks of a page; the first one after {@code <!-- shared -->} holds the methods that the others use. */
  static List<Example> of(String page) {
    List<Example> examples = new ArrayList<>();
    String heading = "";
    String shared = "";
    boolean share = false;
    List<String> lines = lines(page);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        heading = line.replaceFirst("#+ ", "");
      } else if (line.equals("<!-- shared -->")) {
        share = true;
      } else if (line.equals("```java")) {
        int end = i + 1;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
        if (share) {
          shared = text;
          share = false;
        } else {
          examples.add(new Example(page, heading, i + 2, text, shared));
        }
        i = end;
      }
    }
    return examples;
  }

  static List<String> lines(String page) {
    try {
      return Files.readAllLines(DOCS.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isClass() {
    return text.contains("void main(");
  }

  /** The program; its lines are numbered as the block's. */
  Program program() {
    if (isClass()) {
      Matcher name = Pattern.compile("class (\\w+)").matcher(text);
      name.find();
      return Program.of(name.group(1), text);
    }
    String calls = String.join(", ", runnable().stream().map(name -> '"' + name + '"').toList());
    String head = "import dev.deco.*; import java.util.*; import java.util.function.*; import java.util.stream.*; "
        + "import java.io.*; public class Main { ";
    return Program.of("Main", head + text + "public static void main(String[] args) {\n"
        + "dev.deco.internal.weaver.guide.Calls.print(Main.class, " + (calls.isEmpty() ? "new String[0]" : calls)
        + "); }\n" + shared + "}\n");
  }

  /** The methods of the block that tests call: static ones, not private, that are no tasks only. */
  private List<String> runnable() {
    List<String> names = new ArrayList<>();
    Matcher method = RUNNABLE.matcher(text);
    while (method.find()) {
      String all = method.group();
      if (!all.contains("@Concurrent") || all.contains("@Synchronized")) {
        names.add(method.group(2));
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return page + ":" + line + " " + heading;
  }
}
