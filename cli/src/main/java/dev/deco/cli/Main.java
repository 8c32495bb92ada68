package dev.deco.cli;

import dev.deco.internal.launch.Launch;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
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
    CommandLine line = new CommandLine(new DecoCommand())
        .setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((exception, given) -> report(exception.getCommandLine(), exception))
        .setExecutionExceptionHandler((exception, command, result) -> report(command, exception));
    line.getSubcommands().get("run").setStopAtPositional(true);
    int status = line.execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
    ParseResult run = line.getParseResult() == null ? null : line.getParseResult().subcommand();
    Object command = run == null ? null : run.commandSpec().userObject();
    return command instanceof RunCommand ? ((RunCommand) command).launch() : null;
  }

  private static int report(CommandLine command, Exception exception) {
    if (exception instanceof Failure) {
      System.err.println("deco: " + exception.getMessage());
      return ((Failure) exception).status;
    }
    if (exception instanceof ParameterException) {
      System.err.println("deco: " + words((ParameterException) exception) + "; see '"
          + command.getCommandSpec().qualifiedName() + " --help'");
      return Failure.USAGE;
    }
    System.err.println("deco: internal error in '" + command.getCommandSpec().qualifiedName()
        + "', which is Deco's fault; please report it with the trace below");
    exception.printStackTrace();
    return 70;
  }

  private static String words(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException) {
      String first = ((UnmatchedArgumentException) exception).getUnmatched().get(0);
      return first.startsWith("-") ? "no such option: " + first : "no such command: " + first;
    }
    String message = Objects.requireNonNullElse(exception.getMessage(), "bad arguments").lines().findFirst().orElse("");
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
