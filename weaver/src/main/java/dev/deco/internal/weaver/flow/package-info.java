/**
 * The plan of a synchronized method, a {@link MethodPlan}: {@link Planner} makes it, in this order.
 *
 * <ol>
 * <li>The method is normalised, so that fewer results are needed at once: {@link FunctionLoops}, {@link Choices},
 *     {@link ReturnedValues}, {@link JoinLocals}. The {@link MethodContext} holds what is known of each instruction
 *     then.
 * <li>Which calls become tasks, and which statements are deferred: a {@link StackWalk} over each block, again and again
 *     until the {@link Decisions} stay as they are. It finds {@link Spawn}s and {@link Statement}s.
 * <li>Where the scope syncs: {@link InFlight}, on {@link ScopeFlow} and {@link Conflicts}; what makes a sync needless:
 *     {@link Guards} (identity), {@link Views} and {@link Groups} (collections), {@link Snapshots} (scratch buffers),
 *     {@link OrderedTasks} (order by data), {@link Sections} on {@link IndexRanges} (parts of arrays).
 * <li>Which loops may store many rows at once: {@link CountedLoop}, {@link RangedLoop}, {@link Term}. Which functions
 * of streams may run ahead: {@link StreamCalls}. Which calls have limits: {@link LimitedCall}.
 * </ol>
 */
package dev.deco.internal.weaver.flow;
