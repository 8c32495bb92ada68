import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which order libraries are to be compiled; some cannot be, and that is told. */
public class Dependencies {
  static class Cycle extends Exception {
    Cycle(String message) {
      super(message);
    }
  }

  private final Map<String, Set<String>> needs = new TreeMap<>();

  Dependencies(String text) {
    text.lines().map(line -> line.trim().split("\\s+")).forEach(words -> {
      for (int i = 0; i < words.length; i++) {
        needs.computeIfAbsent(words[i], name -> new TreeSet<>());
        if (i > 0 && !words[i].equals(words[0])) {
          needs.get(words[0]).add(words[i]);
        }
      }
    });
  }

  private void visit(String name, Set<String> done, List<String> path) throws Cycle {
    if (path.contains(name)) {
      throw new Cycle(String.join(" > ", path) + " > " + name);
    }
    if (!done.contains(name)) {
      path.add(name);
      for (String need : needs.get(name)) {
        visit(need, done, path);
      }
      path.remove(path.size() - 1);
      done.add(name);
    }
  }

  @Concurrent
  List<String> order(String target) throws Cycle {
    Set<String> done = new LinkedHashSet<>();
    visit(target, done, new ArrayList<>());
    return new ArrayList<>(done);
  }

  @Synchronized
  String report() {
    StringBuilder report = new StringBuilder();
    for (String target : needs.keySet()) {
      try {
        report.append(order(target)).append('\n');
      } catch (Cycle cycle) {
        report.append("cannot compile ").append(target).append(": ").append(cycle.getMessage()).append('\n');
      }
    }
    return report.toString();
  }

  public static void main(String[] args) {
    System.out.print(new Dependencies("""
        des_system_lib std synopsys std_cell_lib des_system_lib dw02 dw01 ramlib ieee
        dw01 ieee dw01 dware gtech
        dw02 ieee dw02 dware
        dw03 std synopsys dware dw03 dw02 dw01 ieee gtech
        dw04 dw04 ieee dw01 dware gtech
        dw05 dw05 ieee dware
        dware ieee dware
        gtech ieee gtech
        ramlib std ieee
        std_cell_lib ieee std_cell_lib
        synopsys
        loop1 loop2 std
        loop2 loop3
        loop3 loop1 dware
        """).report());
  }
}
