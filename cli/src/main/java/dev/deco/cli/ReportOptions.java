package dev.deco.cli;

import dev.deco.internal.files.ClassPath;
import dev.deco.internal.files.EffectsFiles;
import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.files.SummaryFiles;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.Marks;
import dev.deco.internal.weaver.Survey;
import dev.deco.internal.weaver.UnreadableClassException;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.WeavingException;
import dev.deco.internal.weaver.effects.DeclaredEffects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that read a program and report on it have in common. */
final class ReportOptions {
  @Option(names = "--format", paramLabel = "F", description = "text (default) or json.")
  private String format = "text";

  @Option(names = {"-cp", "-classpath", "--class-path"}, paramLabel = "PATH",
      description = "Folders and jars that the program needs besides.")
  private String classPath;

  @Option(names = "--every-method",
      description = "Take every method as concurrent and synchronized: a survey of code that knows nothing of Deco.")
  private boolean everyMethod;

  @Mixin
  private WorldOption world = new WorldOption();

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
      throw Failure.usage(command + ": "
          + (targets.isEmpty() ? "nothing to read" : "one thing at a time, not " + targets.size())
          + "; name " + Program.FORMS);
    }
    return Program.open(targets.get(0), classPath);
  }

  /** Whether methods are taken for what they do not say they are. */
  boolean isSurvey() {
    return everyMethod;
  }

  /** What to do with one answer. */
  interface Sink<T> {
    void take(T answer) throws IOException;
  }

  /** Asks the weaver of each of the program's own classes that has to do with Deco, in order; answers are not kept. */
  <T> void ofEachClass(Program program, BiFunction<Weaver, byte[], List<T>> question, Sink<T> sink) {
    ofEachClass(program, question, (weaver, marked, others) -> List.of(), sink);
  }

  /** A question about all of a program's own classes together. */
  interface Whole<T> {
    /** @param marked those that have to do with Deco */
    List<T> answers(Weaver weaver, List<byte[]> marked, List<byte[]> others);
  }

  /** The same, and then asks of all of them together. */
  <T> void ofEachClass(Program program, BiFunction<Weaver, byte[], List<T>> question, Whole<T> whole, Sink<T> sink) {
    try (ClassPath files = program.openClassPath()) {
      Boolean chosen = world.library("report");
      boolean library = chosen == null ? program.isLibrary(files) : chosen;
      ProgramClasses plain = program.classes(files, library);
      ProgramClasses classes = everyMethod ? surveyed(program, plain) : plain;
      List<DeclaredEffects> declared = EffectsFiles.of(files);
      SummaryFiles summaries =
          SummaryFiles.of(files, program.compiled().keySet(), declared,
              (everyMethod ? "survey" : "") + (library ? "library" : ""));
      Weaver weaver = summaries.weaver(classes, declared, Configuration.refusesTrust());
      List<byte[]> marked = new ArrayList<>();
      List<byte[]> others = new ArrayList<>();
      for (String name : program.ownClasses()) {
        byte[] bytes = classes.bytes(name);
        if (bytes != null) {
          (Marks.mayUseDeco(bytes) ? marked : others).add(bytes);
        }
        for (T answer : answers(program, name, bytes, () -> question.apply(weaver, bytes))) {
          sink.take(answer);
        }
      }
      for (T answer : everyMethod ? List.<T>of() : whole.answers(weaver, marked, others)) {
        sink.take(answer);
      }
      summaries.save();
    } catch (WeavingException e) {
      throw Failure.of(program.target() + ": " + e.getMessage());
    } catch (IOException e) {
      throw Failure.of(program.target() + ": cannot read it: " + Failure.cause(e) + "; check its permissions");
    }
  }

  private static <T> List<T> answers(Program program, String name, byte[] bytes, Supplier<List<T>> question) {
    try {
      if (bytes != null && Marks.isWoven(Weaver.unwoven(bytes))) {
        System.err.println("deco: warning: " + name.replace('/', '.')
            + " is woven and no longer holds what it was woven from, so it is left out; "
            + "name its source, or its class as the compiler wrote it");
        return List.of();
      } else if (bytes != null && !ProgramClasses.isReadable(bytes)) {
        throw new UnreadableClassException(bytes, null);
      } else if (bytes == null || !Marks.mayUseDeco(bytes)) {
        return List.of();
      }
      String own = ProgramClasses.nameOf(bytes);
      if (!own.equals(name)) {
        throw Failure.of(program.target() + ": " + name + ".class holds " + own.replace('/', '.')
            + ", which is not its place; "
            + "name the folder that your build compiles into, or a jar with classes where their names say");
      }
      return question.get();
    } catch (UnreadableClassException e) {
      throw Failure.of(program.target() + ": " + name + ".class: " + e.getMessage());
    }
  }

  private static ProgramClasses surveyed(Program program, ProgramClasses plain) {
    Set<String> own = Set.copyOf(program.ownClasses());
    return plain.with(name -> {
      byte[] bytes = own.contains(name) ? plain.bytes(name) : null;
      return bytes == null ? null : Survey.marked(Weaver.unwoven(bytes));
    });
  }
}
