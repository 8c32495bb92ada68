def said = new File(basedir, 'build.log').readLines().findAll { it.contains('Deco: ') }*.replaceAll(/.*Deco: | in \d+ ms/, '')

def none = 'nothing to weave, no concurrent method is called from a synchronized one in 1 class'
assert said == [
  none, '2 of 2 classes woven',
  none, 'nothing to weave, 2 of 2 classes are woven and up to date',
  none, '2 of 2 classes woven',
]
assert new File(basedir, 'app/target/classes/it/app').list().sort() == ['App.class', 'New.class']
