package dev.deco.suites;

import java.nio.file.Path;

/**
 * One form of a library's classes, in folders under {@code folder}: {@code main-marked}, {@code main-woven}, and for
 * its tests {@code tests-marked} and {@code tests-woven}.
 *
 * @param byData its scopes order tasks by data
 */
record Form(Path folder, boolean byData) {
  Path marked(String what) {
    return folder.resolve(what + "-marked");
  }

  Path woven(String what) {
    return folder.resolve(what + "-woven");
  }

  Path report(String what) {
    return folder.resolve(what + "-marks.tsv");
  }
}
