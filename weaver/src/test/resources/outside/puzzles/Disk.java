import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sizes of folders, each with those of its folders: a tree of objects that keep what they find out. */
public class Disk {
  static class Folder {
    private final String name;
    private final Folder parent;
    private final Map<String, Folder> folders = new TreeMap<>();
    private final List<Long> files = new ArrayList<>();
    private long size = -1;

    Folder(String name, Folder parent) {
      this.name = name;
      this.parent = parent;
    }

    long size() {
      if (size < 0) {
        size = 0;
        files.forEach(file -> size += file);
        for (Folder folder : folders.values()) {
          size += folder.size();
        }
      }
      return size;
    }

    String path() {
      return parent == null ? name : parent.path() + "/" + name;
    }

    void collect(List<Folder> all) {
      all.add(this);
      folders.values().forEach(folder -> folder.collect(all));
    }
  }

  static Folder read(String log) {
    Folder root = new Folder("", null);
    Folder at = root;
    for (String line : log.split("\n")) {
      String[] words = line.split(" ");
      if (line.equals("$ cd /")) {
        at = root;
      } else if (line.equals("$ cd ..")) {
        at = at.parent;
      } else if (line.startsWith("$ cd ")) {
        Folder above = at;
        at = at.folders.computeIfAbsent(words[2], name -> new Folder(name, above));
      } else if (Character.isDigit(line.charAt(0))) {
        at.files.add(Long.parseLong(words[0]));
      }
    }
    return root;
  }

  @Concurrent
  static long measure(Folder folder) {
    return folder.size();
  }

  @Synchronized
  static String report(Folder root, long limit) {
    List<Folder> all = new ArrayList<>();
    root.collect(all);
    long small = 0;
    StringBuilder text = new StringBuilder();
    for (Folder folder : all) {
      long size = measure(folder);
      if (size <= limit) {
        small += size;
      }
      text.append(folder.path()).append(' ').append(size).append('\n');
    }
    return text + "small: " + small;
  }

  public static void main(String[] args) {
    StringBuilder log = new StringBuilder("$ cd /\n14848514 b.txt\n8504156 c.dat\n");
    log.append("$ cd a\n29116 f\n2557 g\n$ cd e\n584 i\n");
    log.append("$ cd ..\n$ cd ..\n$ cd d\n4060174 j\n8033020 d.log\n");
    for (int i = 0; i < 30; i++) {
      log.append("$ cd x").append(i).append('\n').append(i * 1000 + 7).append(" file\n");
      log.append(i % 3 == 2 ? "$ cd ..\n" : "");
    }
    System.out.println(report(read(log.toString()), 100_000));
  }
}
