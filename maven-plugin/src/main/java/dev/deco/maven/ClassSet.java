package dev.deco.maven;

import dev.deco.internal.weaver.findings.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/**
 * The main classes of a project, or its test classes.
 *
 * @param folder where the compilers write them
 * @param classPath where the classes that they use are found
 * @param sourceRoots where their sources may be
 * @param record where the {@code weave} goal keeps what it has last seen
 */
record ClassSet(Path folder, List<Path> classPath, List<Path> sourceRoots, Path record) {
  static ClassSet main(MavenProject project) throws DependencyResolutionRequiredException {
    return of(project, project.getBuild().getOutputDirectory(), project.getCompileClasspathElements(),
        project.getCompileSourceRoots(), "main");
  }

  static ClassSet test(MavenProject project) throws DependencyResolutionRequiredException {
    return of(project, project.getBuild().getTestOutputDirectory(), project.getTestClasspathElements(),
        project.getTestCompileSourceRoots(), "test");
  }

  private static ClassSet of(MavenProject project, String folder, List<String> classPath, List<String> roots,
      String name) {
    Path ownFolder = Path.of(folder);
    return new ClassSet(ownFolder,
        classPath.stream().map(Path::of).filter(place -> !place.equals(ownFolder)).toList(),
        roots.stream().map(Path::of).toList(),
        Path.of(project.getBuild().getDirectory(), "deco", name + ".woven"));
  }

  /** Where a finding is, in the form that Maven's plugins and the IDEs' consoles agree on. */
  String place(Finding finding, Path projectFolder) {
    String line = finding.line() > 0 ? ":[" + finding.line() + "]" : "";
    return source(finding).map(Path::toAbsolutePath)
        .map(file -> (file.startsWith(projectFolder) ? projectFolder.relativize(file) : file) + line)
        .orElseGet(() -> finding.className()
            + (finding.sourceFile() == null ? "" : " (" + finding.sourceFile() + line + ")"));
  }

  private Optional<Path> source(Finding finding) {
    if (finding.sourceFile() == null) {
      return Optional.empty();
    }
    String name = finding.className();
    String inPackage = name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/') + finding.sourceFile();
    return sourceRoots.stream().map(root -> root.resolve(inPackage)).filter(Files::isRegularFile).findFirst();
  }
}
