module it.library {
  requires dev.deco;

  exports it.library;
}
