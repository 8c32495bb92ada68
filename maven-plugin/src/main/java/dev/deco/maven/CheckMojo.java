package dev.deco.maven;

import dev.deco.internal.files.ClassFolder;
import dev.deco.internal.weaver.findings.Finding;
import dev.deco.internal.weaver.findings.Finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Looks for trouble in how the project's classes use Deco, and fails the build on errors. It sees the classes as the
 * compiler wrote them, so it may run before {@code weave} or after it.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.COMPILE)
public class CheckMojo extends ClassesMojo {
  /** What fails the build. */
  public enum FailOn { ERROR, WARNING, NEVER }

  /** The least finding that fails the build: {@code ERROR}, {@code WARNING} or {@code NEVER}. */
  @Parameter(property = "deco.check.failOn", defaultValue = "ERROR")
  FailOn failOn;

  @Override
  void execute(ClassSet set, ClassFolder classes) throws IOException, MojoFailureException {
    Path folder = project.getBasedir().toPath().toAbsolutePath();
    List<Finding> findings = classes.findings();
    findings.forEach(finding -> log(finding, text(finding, set, folder)));
    List<Finding> failing = findings.stream().filter(this::fails).toList();
    if (!failing.isEmpty()) {
      throw new MojoFailureException("Deco: check found " + summary(findings) + ". "
          + text(failing.get(0), set, folder)
          + (failing.size() == 1 ? "" : " And " + (failing.size() - 1) + " more, see above.")
          + " (What fails the build is set by deco.check.failOn, which is " + failOn + ".)");
    }
    getLog().info("Deco: check found " + summary(findings));
  }

  private boolean fails(Finding finding) {
    return switch (failOn) {
      case ERROR -> finding.severity() == Severity.ERROR;
      case WARNING -> finding.severity() != Severity.NOTE;
      case NEVER -> false;
    };
  }

  private void log(Finding finding, String text) {
    switch (finding.severity()) {
      case ERROR -> getLog().error(text);
      case WARNING -> getLog().warn(text);
      case NOTE -> getLog().info(text);
    }
  }

  private static String text(Finding finding, ClassSet set, Path folder) {
    return set.place(finding, folder) + " " + finding.code() + ": " + finding.cause() + ". " + finding.cure();
  }

  private static String summary(List<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(finding -> finding.severity() == severity).count();
      if (count > 0) {
        parts.add(count + " " + severity.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s"));
      }
    }
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }
}
