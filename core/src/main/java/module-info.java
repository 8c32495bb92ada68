/** Write it serial, mark the work, run it on every core, get the serial answer. */
module dev.deco {
  exports dev.deco;
  exports dev.deco.internal.runtime; // woven code calls it
  exports dev.deco.internal.views;   // likewise

  uses dev.deco.ContextProvider;
}
