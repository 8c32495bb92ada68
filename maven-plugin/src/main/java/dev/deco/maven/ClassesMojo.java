package dev.deco.maven;

import dev.deco.internal.files.ClassFolder;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.WeavingException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.MatchPatterns;

/** What all goals have in common: which classes they work on. */
abstract class ClassesMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  String version;

  /**
   * The class files to weave and to check, as patterns of paths below the folder of classes, such as
   * {@code com/acme/**}. Default: all.
   */
  @Parameter
  List<String> includes = List.of();

  /** The class files to leave as the compiler wrote them, as patterns like those of {@code includes}. */
  @Parameter
  List<String> excludes = List.of();

  /**
   * Whether other projects may extend and implement these classes: what theirs do is then unknown here. Default: unless one
   * of these classes has a main method.
   */
  @Parameter(property = "deco.library")
  Boolean library;

  /** Skips all goals of Deco. Classes stay as they are. */
  @Parameter(property = "deco.skip", defaultValue = "false")
  boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      ClassSet classes = classes();
      if (skip || !Files.isDirectory(classes.folder())) {
        getLog().debug(skip ? "deco.skip is set" : classes.folder() + " does not exist");
        return;
      }
      requireOneVersion();
      execute(classes, new ClassFolder(classes.folder(), classes.classPath(), chosen(), library,
          Configuration.refusesTrust()));
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("the project's class path is not known yet: " + e.getMessage()
          + "; bind the goal to process-classes or a later phase", e);
    } catch (WeavingException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("Deco cannot read or write a file: " + e + "; see that it is readable and that"
          + " no other program is writing to it", e);
    }
  }

  /** The classes that this goal works on. */
  ClassSet classes() throws DependencyResolutionRequiredException {
    return ClassSet.main(project);
  }

  abstract void execute(ClassSet set, ClassFolder classes) throws IOException, MojoFailureException;

  private Predicate<Path> chosen() {
    MatchPatterns included = patterns(includes.isEmpty() ? List.of("**") : includes);
    MatchPatterns excluded = patterns(excludes);
    return file -> included.matches(file.toString(), true) && !excluded.matches(file.toString(), true);
  }

  private static MatchPatterns patterns(List<String> patterns) {
    return MatchPatterns.from(patterns.stream().map(pattern -> pattern.replace('/', File.separatorChar)).toList());
  }

  /** Woven classes call the runtime that this plugin was made with. */
  private void requireOneVersion() throws MojoFailureException {
    for (Artifact artifact : project.getArtifacts()) {
      boolean runtime = artifact.getGroupId().equals("dev.deco") && artifact.getArtifactId().equals("deco");
      if (runtime && !artifact.getBaseVersion().equals(version)) {
        throw new MojoFailureException(project.getFile() + ": the dependency dev.deco:deco is "
            + artifact.getBaseVersion() + ", but deco-maven-plugin " + version + " weaves for deco " + version
            + ". Give both one version, for example by a property deco.version.");
      }
    }
  }
}
