def log = new File(basedir, 'build.log').text

assert log.count('BUILD FAILURE') == 1
assert log =~ /Deco: check found 1 error\. src.main.java.it.Bad\.java DECO-101: number is native/
assert log.contains('Put the annotation on a method with a body.')
assert log.contains('What fails the build is set by deco.check.failOn, which is ERROR')

def left = log.substring(log.indexOf('BUILD FAILURE'))
assert left.contains('Deco: check found nothing')
assert !new String(new File(basedir, 'target/classes/it/Bad.class').bytes, 'ISO-8859-1').contains('Ldev/deco/internal/runtime/Woven;')

for (goal in ['deco:check', 'deco:help', 'deco:test-check', 'deco:test-weave', 'deco:weave']) {
  assert left.contains(goal)
}
