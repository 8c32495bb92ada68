package dev.deco.cli;

import dev.deco.internal.files.ClassPath;
import dev.deco.internal.files.EffectsFiles;
import dev.deco.internal.weaver.Marks;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.WeavingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that read a program and report on it have in common. */
final class ReportOptions {
  @Option(names = "--format", paramLabel = "F", description = "text (default) or json.")
  private String format = "text";

  @Option(names = {"-cp", "-classpath", "--class-path"}, paramLabel = "PATH",
      description = "Folders and jars that the program needs besides.")
  private String classPath;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  @Parameters(arity = "0..*", paramLabel = "PROGRAM", hidden = true)
  private List<String> targets = List.of();

  Format format() {
    return switch (format) {
      case "text" -> Format.TEXT;
      case "json" -> Format.JSON;
      default -> throw Failure.usage("--format " + format + ": no such format; choose text or json");
    };
  }

  Program program(String command) {
    if (targets.size() != 1) {
      throw Failure.usage(command + ": " + (targets.isEmpty() ? "nothing to read" : "one thing at a time, not " + targets.size())
          + "; name " + Program.FORMS);
    }
    return Program.open(targets.get(0), classPath);
  }

  /** What the weaver has to say of each of the program's own classes that has to do with Deco, in order. */
  static <T> List<T> ofEachClass(Program program, BiFunction<Weaver, byte[], List<T>> question) {
    try (ClassPath files = program.openClassPath()) {
      var classes = program.classes(files);
      Weaver weaver = new Weaver(classes, classes, EffectsFiles.of(files));
      List<T> answers = new ArrayList<>();
      for (String name : program.ownClasses()) {
        byte[] bytes = classes.bytes(name);
        if (bytes != null && Marks.isWoven(Weaver.unwoven(bytes))) {
          System.err.println("deco: warning: " + name.replace('/', '.') + " is woven and no longer holds what it was woven from, so it is left out; "
              + "name its source, or its class as the compiler wrote it");
        } else if (bytes != null && Marks.mayUseDeco(bytes)) {
          answers.addAll(question.apply(weaver, bytes));
        }
      }
      return answers;
    } catch (WeavingException e) {
      throw Failure.of(program.target() + ": " + e.getMessage());
    } catch (IOException e) {
      throw Failure.of(program.target() + ": cannot read it: " + e.getMessage());
    }
  }
}
