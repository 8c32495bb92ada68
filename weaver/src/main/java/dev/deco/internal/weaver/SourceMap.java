package dev.deco.internal.weaver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The source map of a class file whose lines are not those of its source (the SMAP of JSR 45). Kotlin gives the code of inline
 * functions lines beyond the end of the file, and says in a stratum of its own on which line these were called.
 */
public final class SourceMap {
  private static final SourceMap NONE = new SourceMap();
  private static final Pattern LINE = Pattern.compile("(\\d+)(?:#(\\d+))?(?:,(\\d+))?:(\\d+)(?:,(\\d+))?");
  private static final String CALLS = "KotlinDebug";

  private final List<Section> calls = new ArrayList<>();
  private final List<Section> sources = new ArrayList<>();

  private record Section(int input, int count, int output, int step) {
    int line(int line) {
      int distance = line - output;
      return distance < 0 || distance >= count * Math.max(1, step) ? 0 : input + (step == 0 ? 0 : distance / step);
    }
  }

  private SourceMap() {}

  /** The class's map; of most classes, one that leaves lines as they are. */
  public static SourceMap of(ClassNode owner) {
    if (owner.sourceDebug == null || !owner.sourceDebug.startsWith("SMAP")) {
      return NONE;
    }
    SourceMap map = new SourceMap();
    String[] text = owner.sourceDebug.split("\r\n|\r|\n");
    String usual = text.length > 2 ? text[2] : "";
    String stratum = "";
    char part = ' ';
    Map<String, String> files = new HashMap<>();
    String file = "0";
    for (int i = 3; i < text.length; i++) {
      String line = text[i];
      Matcher entry = LINE.matcher(line);
      if (line.startsWith("*")) {
        part = line.length() > 1 ? line.charAt(1) : ' ';
        if (part == 'S') {
          stratum = line.substring(2).trim();
          files.clear();
        }
      } else if (part == 'F') {
        String[] words = line.split(" ", line.startsWith("+") ? 3 : 2);
        if (words.length > 1 && words[words.length - 2].matches("\\d+")) {
          files.put(words[words.length - 2], words[words.length - 1]);
          i += line.startsWith("+") ? 1 : 0; // its path follows
        }
      } else if (part == 'L' && entry.matches()) {
        file = entry.group(2) == null ? file : entry.group(2);
        boolean own = owner.sourceFile == null || owner.sourceFile.equals(files.get(file));
        if (own && (stratum.equals(CALLS) || stratum.equals(usual))) {
          (stratum.equals(CALLS) ? map.calls : map.sources).add(new Section(number(entry.group(1), 1), number(entry.group(3), 1),
              number(entry.group(4), 1), number(entry.group(5), 1)));
        }
      }
    }
    return map;
  }

  private static int number(String text, int otherwise) {
    return text == null ? otherwise : Integer.parseInt(text);
  }

  /** The line of the class's source file that a line of its code stands for. */
  public int line(int line) {
    for (List<Section> sections : List.of(calls, sources)) {
      for (Section section : sections) {
        int found = section.line(line);
        if (found > 0) {
          return found;
        }
      }
    }
    return line;
  }

  /** Gives the class's code the lines of its source. */
  static void apply(ClassNode owner) {
    SourceMap map = of(owner);
    for (MethodNode method : map == NONE ? List.<MethodNode>of() : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof LineNumberNode number) {
          number.line = map.line(number.line);
        }
      }
    }
  }
}
