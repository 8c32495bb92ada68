package dev.deco.cli;

import dev.deco.ConfigurationException;
import dev.deco.internal.launch.Launch;
import java.util.Arrays;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. {@code run} ends in the program itself, on this thread; every other command ends here. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Throwable {
    Launch program = program(arguments);
    if (program != null) {
      program.start();
    }
  }

  /** @return the program to start, or {@code null} when the command is done */
  private static Launch program(String[] arguments) {
    // A program should start soon, and the other commands take their time to be set up.
    boolean run = arguments.length > 0 && arguments[0].equals("run");
    CommandLine line = new CommandLine(run ? new RunCommand() : new DecoCommand())
        .setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setUsageHelpWidth(120)
        .setStopAtPositional(run)
        .setParameterExceptionHandler((exception, given) -> report(exception.getCommandLine(), exception))
        .setExecutionExceptionHandler((exception, command, result) -> report(command, exception));
    int status = line.execute(run ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    if (status != 0) {
      System.exit(status);
    }
    return run ? line.<RunCommand>getCommand().launch() : null;
  }

  private static int report(CommandLine command, Exception exception) {
    if (exception instanceof Failure failure) {
      System.err.println("deco: " + failure.getMessage());
      return failure.status;
    }
    if (exception instanceof ConfigurationException) {
      System.err.println("deco: " + exception.getMessage());
      return Failure.USAGE;
    }
    if (exception instanceof ParameterException wrong) {
      System.err.println("deco: " + words(wrong) + "; see '"
          + name(command) + " --help'");
      return Failure.USAGE;
    }
    System.err.println("deco: internal error in '" + command.getCommandSpec().qualifiedName()
        + "', which is Deco's fault; please report it with the trace below");
    exception.printStackTrace();
    return 70;
  }

  private static String words(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      boolean command = exception.getCommandLine().getParent() == null;
      return (first.startsWith("-") ? "no such option: " : command ? "no such command: " : "one word too many: ")
          + first;
    }
    String message = Objects.requireNonNullElse(exception.getMessage(), "bad arguments").lines().findFirst().orElse("");
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private static String name(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return name.startsWith("deco") ? name : "deco " + name;
  }
}
