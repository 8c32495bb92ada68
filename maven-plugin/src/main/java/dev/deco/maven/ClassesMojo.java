package dev.deco.maven;

import dev.deco.internal.files.ClassFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;

/** What both goals read: the project's classes, and what these need to be understood. */
abstract class ClassesMojo extends AbstractMojo {
  /** The classes to work on, as the compiler wrote them. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
  File classesDirectory;

  /** Where the classes are kept as they were before weaving, so that a later build weaves from those. */
  @Parameter(defaultValue = "${project.build.directory}/deco/unwoven", required = true)
  File keptDirectory;

  /** Where the classes' own classes are found. */
  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
  List<String> classPath;

  /** Skips this goal. */
  @Parameter(property = "deco.skip", defaultValue = "false")
  boolean skip;

  /** The project's classes, or {@code null} where there is nothing to do. */
  final ClassFolder classes() {
    Path folder = classesDirectory.toPath();
    if (skip || !Files.isDirectory(folder)) {
      getLog().debug(skip ? "deco.skip is set" : folder + " does not exist");
      return null;
    }
    return new ClassFolder(folder, keptDirectory.toPath(), classPath.stream().map(Path::of).toList());
  }
}
