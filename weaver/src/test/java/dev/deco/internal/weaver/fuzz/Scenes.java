package dev.deco.internal.weaver.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs of scenes: small stories about what the library, the process, other threads and class loading do behind a
 * program's back, with every detail chosen at random. {@code fuzz-prelude/Scenes.txt} has the scenes, and says how to
 * read it.
 */
final class Scenes {
  private static final int MOST = 3;
  private static final Pattern CHOICE = Pattern.compile("«([^«»]*)»");
  private static final Pattern NAME = Pattern.compile("([A-Z])=");
  private static final String ONLY = System.getProperty("deco.fuzz.scene");
  private static final List<Scene> ALL = read();

  private static final Code SHARED = Code.part("""
      static final StringBuilder trace = new StringBuilder();

      static int w(int i) {
        int x = i + 1;
        for (int k = 0; k < (i & 7) * 40; k++) {
          x = x * 31 + k;
        }
        return x & 1023;
      }

      interface Told {
        Object tell() throws Throwable;
      }

      static void print(Told told) {
        try {
          System.out.println(told.tell());
        } catch (Throwable thrown) {
          System.out.println(thrown.getClass().getName() + " " + thrown.getMessage());
        }
      }
      """);

  /** A scene as it stands in the file. */
  record Scene(String name, String members, String statements) {}

  private final Random random;
  private final Map<String, String> remembered = new HashMap<>();

  private Scenes(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** The program of a seed. */
  static Code program(String name, long seed) {
    Scenes scenes = new Scenes(seed);
    List<Scene> some = new ArrayList<>();
    for (int n = scenes.random.nextInt(MOST); n >= 0; n--) {
      some.add(ALL.get(scenes.random.nextInt(ALL.size())));
    }
    return scenes.program(name, some);
  }

  /** A program of one scene for each seed, by the names of the scenes. */
  static Map<String, Code> each(String name, long seed) {
    Map<String, Code> programs = new LinkedHashMap<>();
    ALL.forEach(scene -> programs.put(scene.name, new Scenes(seed).program(name, List.of(scene))));
    return programs;
  }

  private Code program(String name, List<Scene> scenes) {
    List<Code> members = new ArrayList<>();
    List<Code> played = new ArrayList<>();
    for (Scene scene : scenes) {
      int n = played.size();
      remembered.clear();
      for (String member : scene.members.split("\n\n")) {
        members.add(Code.member(code(member, n)));
      }
      int times = 1 + random.nextInt(2);
      played.add(Code.statement("for (int round = 0; round < " + times + "; round++) {", code(scene.statements, n), "}"));
    }
    played.add(Code.statement("System.out.println(trace);"));
    return Code.part(Prelude.IMPORTS, "@SuppressWarnings(\"all\") public class ", name, " {\n", SHARED, Code.all(members),
        "\npublic static void main(String[] args) {", Code.all(played), "}\n}\n");
  }

  /** The text of a scene with its choices made, lines of {@code ~} as statements of their own. */
  private Code code(String text, int number) {
    String chosen = text.replace("$", "" + number);
    for (Matcher choice = CHOICE.matcher(chosen); choice.find(); choice = CHOICE.matcher(chosen)) {
      chosen = chosen.substring(0, choice.start()) + chosen(choice.group(1)) + chosen.substring(choice.end());
    }
    StringBuilder numbered = new StringBuilder();
    chosen.chars().forEach(c -> numbered.append(c == '§' ? "" + (1 + random.nextInt(7)) : "" + (char) c));
    List<Code> lines = new ArrayList<>();
    for (String line : numbered.toString().split("\n")) {
      String stripped = line.strip();
      boolean optional = stripped.startsWith("~");
      if (!optional) {
        lines.add(Code.part(line, "\n"));
      } else if (random.nextInt(4) > 0) {
        lines.add(Code.statement(stripped.substring(1)));
      }
    }
    return Code.all(lines);
  }

  private String chosen(String choice) {
    Matcher name = NAME.matcher(choice);
    if (remembered.containsKey(choice)) {
      return remembered.get(choice);
    } else if (!name.lookingAt()) {
      String[] all = choice.split("¦", -1);
      return all[random.nextInt(all.length)];
    }
    remembered.put(name.group(1), chosen(choice.substring(name.end())));
    return remembered.get(name.group(1));
  }

  private static List<Scene> read() {
    List<Scene> all = new ArrayList<>();
    try (InputStream in = Scenes.class.getResourceAsStream("/fuzz-prelude/Scenes.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String scene : text.substring(text.indexOf("\n== ") + 1).split("(?m)^== ")) {
        int end = scene.indexOf('\n');
        if (end > 0 && (ONLY == null || ONLY.equals(scene.substring(0, end)))) {
          String[] parts = scene.substring(end + 1).split("(?m)^--\n");
          all.add(new Scene(scene.substring(0, end), parts[0], parts[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
