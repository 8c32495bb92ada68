package dev.deco.maven;

import dev.deco.internal.files.ClassFolder;
import dev.deco.internal.weaver.WeavingException;
import dev.deco.internal.weaver.findings.Finding;
import dev.deco.internal.weaver.findings.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Looks for trouble in how the project's classes use Deco, and fails the build on errors. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.COMPILE)
public final class CheckMojo extends ClassesMojo {
  /** What fails the build. */
  public enum FailOn { ERROR, WARNING, NEVER }

  /** The least finding that fails the build: {@code ERROR}, {@code WARNING} or {@code NEVER}. */
  @Parameter(property = "deco.check.failOn", defaultValue = "ERROR")
  FailOn failOn;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    ClassFolder classes = classes();
    if (classes == null) {
      return;
    }
    List<Finding> findings;
    try {
      findings = classes.findings();
    } catch (WeavingException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read " + classesDirectory + ": " + e.getMessage(), e);
    }
    findings.forEach(this::log);
    List<Finding> failing = findings.stream().filter(this::fails).toList();
    if (!failing.isEmpty()) {
      Finding first = failing.get(0);
      throw new MojoFailureException("deco check: " + failing.size() + (failing.size() == 1 ? " finding fails" : " findings fail")
          + " the build, the first is " + text(first) + " (deco.check.failOn=" + failOn + ")");
    }
  }

  private boolean fails(Finding finding) {
    return switch (failOn) {
      case ERROR -> finding.severity() == Severity.ERROR;
      case WARNING -> finding.severity() != Severity.NOTE;
      case NEVER -> false;
    };
  }

  private void log(Finding finding) {
    switch (finding.severity()) {
      case ERROR -> getLog().error(text(finding));
      case WARNING -> getLog().warn(text(finding));
      case NOTE -> getLog().info(text(finding));
    }
  }

  private static String text(Finding finding) {
    String place = finding.sourceFile() == null ? finding.className() : finding.sourceFile();
    return place + (finding.line() > 0 ? ":" + finding.line() : "") + ": " + finding.code() + ": " + finding.cause()
        + " " + finding.cure();
  }
}
