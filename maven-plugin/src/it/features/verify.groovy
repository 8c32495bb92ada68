import java.util.zip.ZipFile

def isWoven = { module, entry ->
  new ZipFile(new File(basedir, "$module/target/${module}-1.jar")).withCloseable { jar ->
    new String(jar.getInputStream(jar.getEntry(entry)).bytes, 'ISO-8859-1').contains('Ldev/deco/internal/runtime/Woven;')
  }
}
assert isWoven('library', 'it/library/Sums.class')
assert isWoven('processors', 'it/processors/Invoice.class')
assert isWoven('kotlin', 'it/kotlin/Grid.class')
assert isWoven('kotlin', 'it/kotlin/JavaCell.class')
assert isWoven('coverage', 'it/coverage/Covered.class')
assert isWoven('coverage-late', 'it/coverage/Covered.class')

// What JaCoCo says of a module: name of the figure -> its value.
def figures = { module ->
  def (names, values) = new File(basedir, "$module/target/site/jacoco/jacoco.csv").readLines()*.split(',')
  [names, values].transpose().collectEntries { it }
}
def unwoven = figures('coverage-late')
def woven = figures('coverage')
['LINE', 'METHOD'].each { counter ->
  ['MISSED', 'COVERED'].each { assert woven["${counter}_$it"] == unwoven["${counter}_$it"] }
}
assert unwoven['LINE_COVERED'].toInteger() > 20

def log = new File(basedir, 'build.log').text
assert log.count('Deco: 2 of 2 classes woven in ') == 1 // kotlin
assert log.contains('Deco: check found nothing')
assert !log.contains('not marked @threadSafe')
