module it.app {
  requires dev.deco;
  requires it.library;
}
