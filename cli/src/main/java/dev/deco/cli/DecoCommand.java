package dev.deco.cli;

import dev.deco.cli.demo.DemoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands stand under; by itself it only says that one is missing. */
@Command(name = "deco", versionProvider = DecoCommand.Version.class,
    description = "Write it serial, mark the work, run it on every core, get the serial answer.",
    subcommands = {RunCommand.class, ExplainCommand.class, CheckCommand.class, WeaveCommand.class, DemoCommand.class,
        BenchCommand.class, HelpCommand.class})
final class DecoCommand implements Runnable {
  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  private boolean help;

  @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
  private boolean version;

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given: say deco run Main.java, for example");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = DecoCommand.class.getPackage().getImplementationVersion();
      return new String[] {"deco " + (version == null ? "(unpacked)" : version) + " on Java " + Runtime.version()};
    }
  }
}
