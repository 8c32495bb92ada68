/**
 * What methods may read and write, and why it is unknown where it is: {@link Effects} answers.
 *
 * <ul>
 * <li>One method: {@link MethodAnalysis} runs a {@link RefInterpreter} over its code; {@link MethodState} and
 *     {@link HeapGraph} are what it learns, in terms of {@link Node}s (which objects), {@link Location}s (which part of
 *     them) and {@link Access}es.
 * <li>Its calls: {@link CallEffects} finds the targets and {@link Binding} binds their {@link Summary} to the
 * arguments; {@link LibraryEffects} does the same by the {@link EffectsTable} for what has no code to be read.
 * <li>All methods: {@link Fixpoint} solves the call graph; {@link SummaryMemory} keeps what is known of libraries.
 * <li>What is said instead of seen: {@link AnnotatedEffects}, {@link DeclaredEffects}; {@link Contradictions} holds it
 *     against the code.
 * </ul>
 */
package dev.deco.internal.weaver.effects;
