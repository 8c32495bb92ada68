package dev.deco.cli;

import dev.deco.internal.files.ClassFolder;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.WeavingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deco weave}: class files woven ahead. */
@Command(name = "weave", sortOptions = false,
    description = "Weave a folder of class files. Everything else in it is copied; the two folders may be the same.",
    customSynopsis = "deco weave [-cp PATH] [--library | --program] DIR -o DIR")
final class WeaveCommand implements Runnable {
  @Option(names = {"-o", "--output"}, paramLabel = "DIR", description = "Where to write; made if it is not there.")
  private Path output;

  @Option(names = {"-cp", "-classpath", "--class-path"}, paramLabel = "PATH",
      description = "Folders and jars that the classes need besides.")
  private String classPath;

  @Mixin
  private WorldOption world = new WorldOption();

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  @Parameters(arity = "0..*", paramLabel = "DIR", hidden = true)
  private List<String> inputs = List.of();

  @Override
  public void run() {
    if (inputs.size() != 1 || output == null) {
      throw Failure.usage("weave: needs one folder to read and one to write: deco weave DIR -o DIR");
    }
    Path input = Program.existing(inputs.get(0), "a folder of class files");
    if (!Files.isDirectory(input)) {
      throw Failure.usage(input + ": not a folder; name the folder that your build compiles into");
    }
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw Failure.usage("-o " + output + ": a file, not a folder; name a folder");
    }
    try {
      ClassFolder.Result result =
          new ClassFolder(input, Program.libraries(classPath), any -> true, world.library("weave"),
              Configuration.refusesTrust()).weaveInto(output);
      System.out.println(output + ": " + result.written() + " of " + result.classes() + " classes woven");
    } catch (WeavingException e) {
      throw Failure.of(e.getMessage());
    } catch (IOException e) {
      throw Failure.of("weave: " + input + " to " + output + ": " + Failure.cause(e)
          + "; see that the one can be read and the other written, or name another folder");
    }
  }
}
