/**
 * Plans as bytecode: {@link ClassWeaver} writes a class again. {@link ScopeWriter} writes a synchronized method,
 * {@link RowMethods} the methods that store, run and replay its rows one by one, {@link RangeMethods} those for ranges of
 * a loop; {@link PlainLoops} and {@link OriginalBodies} keep the user's own code beside that. The runtime's names are in
 * {@link Runtime}.
 */
package dev.deco.internal.weaver.emit;
