package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * A file that takes the graph of the tasks that ran, when the program ends: a drawing ({@code .svg}) or the text that
 * Graphviz reads ({@code .dot}).
 *
 * <p><b>Concurrency:</b> {@link #record} on one thread, before the program starts; the file is written by the JVM's
 * shutdown, all of it or none.
 */
public final class GraphFile {
  /** More than that nobody reads. */
  static final int MOST = 5000;

  private final Path path;
  private final boolean svg;

  private GraphFile(Path path, boolean svg) {
    this.path = path;
    this.svg = svg;
  }

  /**
   * The file of a name.
   *
   * @throws IllegalArgumentException if no such file can be written; the message says why, and what to do
   */
  public static GraphFile of(String name) {
    String end = name.toLowerCase(Locale.ROOT);
    if (!end.endsWith(".svg") && !end.endsWith(".dot")) {
      throw new IllegalArgumentException(
          "not a form of graph; give a file that ends with .svg (a drawing) or .dot (for Graphviz)");
    }
    Path path;
    try {
      path = Path.of(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a file's name (" + e.getReason() + "); give another one", e);
    }
    if (!Files.isDirectory(path.getParent())) {
      throw new IllegalArgumentException("there is no folder " + path.getParent() + "; make it, or name another one");
    } else if (Files.isDirectory(path)) {
      throw new IllegalArgumentException("a folder; name a file in it");
    } else if (!Files.isWritable(path.getParent()) || Files.exists(path) && !Files.isWritable(path)) {
      throw new IllegalArgumentException("may not be written; change its permissions, or name another file");
    }
    return new GraphFile(path, end.endsWith(".svg"));
  }

  /** Begins to record; when the JVM ends the file is written. */
  public void record() {
    TaskGraph graph = TaskGraph.record(MOST);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        write(graph);
      } catch (IOException e) {
        System.err.println("deco: " + path + ": the graph could not be written (" + e
            + "); see that there is room and that the folder may be written");
      }
    }, "deco-graph"));
  }

  private void write(TaskGraph graph) throws IOException {
    String text = svg ? new SvgGraph(graph).text() : DotGraph.text(graph);
    // No temporary file of the JDK's: who may read it is to be as ever.
    Path part = path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    if (graph.beyond() > 0) {
      System.err.println("deco: " + path + " shows the first " + MOST + " tasks; there were " + graph.beyond()
          + " more. Run the program on a smaller input to see all.");
    } else if (graph.tasks().isEmpty()) {
      System.err.println("deco: " + path + " is empty: no call became a task. deco explain says what each line does.");
    }
  }
}
